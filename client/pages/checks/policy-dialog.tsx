import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { englishes } from '../../../shared/checks/spelling.ts';
import { severities } from '../../../shared/core/finding.ts';
import { type DocumentRule, documentRules } from '../../../shared/doc/checks/document-finding.ts';
import { isTextRule } from '../../../shared/doc/checks/finding-words.ts';
import { type CheckPolicy, usualWeight, type Weight, weightOf } from '../../../shared/doc/checks/policy.ts';
import { refreshFindings } from '../../panels/checks/query.ts';
import { ruleName } from '../../panels/checks/text-words.ts';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { OwnWords } from './own-words.tsx';
import styles from './policy.module.css';

interface PolicyDialogProps {
  readonly project: string;
  readonly onClose: () => void;
}

/** Which checks are made in a project, how much each matters, and whether errors hold a segment back. */
export function PolicyDialog({ project, onClose }: PolicyDialogProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(
    queries.finding.policy.queryOptions({ project }, { refetchOnMount: 'always' }),
  );
  return (
    <Dialog title={t('textChecks.policy.title')} width={560} onClose={onClose}>
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {data && <PolicyForm project={project} policy={data} onClose={onClose} />}
    </Dialog>
  );
}

const weights: readonly Weight[] = [...severities, 'off'];

function PolicyForm({ project, policy, onClose }: PolicyDialogProps & { readonly policy: CheckPolicy }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(policy);
  const save = useMutation(
    queries.finding.setPolicy.mutationOptions({
      onSuccess: async () => {
        await refreshFindings();
        onClose();
      },
    }),
  );
  const weightName = (weight: Weight) =>
    weight === 'off' ? t('textChecks.policy.off') : t(`checks.severity.${weight}`);
  const weigh = (rule: DocumentRule, weight: Weight | undefined) => {
    if (weight === undefined) return;
    const { [rule]: _, ...others } = wanted.weights;
    setWanted({ ...wanted, weights: weight === usualWeight(rule) ? others : { ...others, [rule]: weight } });
  };
  const group = (title: string, rules: readonly DocumentRule[]) => (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {rules.map((rule) => (
        <div key={rule} className={styles.rule}>
          <span>{ruleName(rule, t)}</span>
          <NativeSelect
            size="xs"
            aria-label={t('textChecks.policy.weight', { rule: ruleName(rule, t) })}
            value={weightOf(rule, wanted)}
            onChange={({ target }) =>
              weigh(
                rule,
                weights.find((weight) => weight === target.value),
              )
            }
            data={weights.map((weight) => ({
              value: weight,
              label:
                weight === usualWeight(rule)
                  ? t('textChecks.policy.usual', { weight: weightName(weight) })
                  : weightName(weight),
            }))}
          />
        </div>
      ))}
    </fieldset>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ project, policy: wanted });
      }}
    >
      <p className={styles.explain}>{t('textChecks.policy.explain')}</p>
      <Checkbox
        label={t('textChecks.policy.holdsBack')}
        checked={wanted.holdsBack}
        onChange={({ currentTarget }) => setWanted({ ...wanted, holdsBack: currentTarget.checked })}
      />
      <NativeSelect
        mt="sm"
        size="xs"
        label={t('textChecks.policy.english')}
        value={wanted.english}
        onChange={({ target }) =>
          setWanted({ ...wanted, english: englishes.find((each) => each === target.value) ?? 'any' })
        }
        data={englishes.map((each) => ({ value: each, label: t(`textChecks.policy.englishes.${each}`) }))}
      />
      <OwnWords project={project} />
      {group(t('textChecks.policy.texts'), documentRules.filter(isTextRule))}
      {group(
        t('textChecks.policy.names'),
        documentRules.filter((rule) => !isTextRule(rule)),
      )}
      {save.error && <Trouble error={save.error} retry={() => save.mutate({ project, policy: wanted })} />}
      <Group justify="flex-end" mt="md">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('textChecks.policy.save')}
        </Button>
      </Group>
    </form>
  );
}
