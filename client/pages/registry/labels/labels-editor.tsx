import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Label, MOST_LABELS } from '../../../../shared/core/label.ts';
import { find } from '../../../../shared/language/words/find.ts';
import type { ListedEntity } from '../../../panels/entities/query.ts';
import { queries, queryClient } from '../../../platform/server.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { notice, noticeUndo } from '../../../ui/notices.tsx';
import { ProblemList } from '../../../ui/problem-list.tsx';
import { LabelEdit } from './label-edit.tsx';
import {
  differingLabels,
  isSameLabels,
  keptLabels,
  type LabelRow,
  labelRows,
  type RowProblems,
  rowProblems,
  withLabel,
  withMoved,
  withNewLabel,
  withoutLabel,
} from './label-rows.ts';
import styles from './labels.module.css';

interface LabelsEditorProps {
  readonly project: string;
  readonly labels: readonly Label[];
  readonly entities: readonly ListedEntity[];
  /** How many mentions have each label. */
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  readonly onClose: () => void;
}

/** So many labels can be taken in at a glance; more are found by typing. */
const GLANCE = 9;

/** The list of labels, changed as a whole. What is wrong is told beside its field once somebody wants to save, what is
 *  there twice at once. Whoever saves after somebody else sees what they changed, and chooses. */
export function LabelsEditor({ project, labels, entities, counts, onClose }: LabelsEditorProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [read, setRead] = useState(labels);
  const [rows, setRows] = useState<readonly LabelRow[]>(() => labelRows(labels));
  const [sought, setSought] = useState('');
  const [isTried, setTried] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const [theirs, setTheirs] = useState<readonly Label[] | null>(null);
  const save = useMutation(queries.label.save.mutationOptions({ onSettled: refreshLabels }));
  const kept = keptLabels(rows);
  const isChanged = !isSameLabels(kept, read);
  const problems = rowProblems(rows);
  const list = problems.get(null)?.get(null);
  const shown = rows.filter((row) => isFound(row, sought));

  const change = (next: readonly LabelRow[]) => {
    setRows(next);
    setLeaving(false);
  };
  const close = () => {
    if (isChanged && !isLeaving) setLeaving(true);
    else onClose();
  };
  const send = async (before: readonly Label[]) => {
    const answer = await save.mutateAsync({ project, read: [...before], labels: [...kept] });
    if (answer.ok) {
      onClose();
      noticeUndo(t('registry.labels.saved'), async () => {
        const back = await save.mutateAsync({ project, read: [...kept], labels: [...before], isUndo: true });
        if (!back.ok) notice(t('registry.labels.overtaken'));
      });
    } else if (answer.reason === 'stale') setTheirs(answer.labels);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.size > 0) setSought('');
    if (problems.size === 0 && isChanged) void send(read);
    else if (problems.size > 0) requestAnimationFrame(() => firstWrong(form.current)?.focus());
  };
  const holdersOf = (id: string) => {
    const mentions = counts.find(({ label }) => label === id)?.count ?? 0;
    const named = entities.filter(({ label }) => label === id).length;
    const told = [
      mentions > 0 && t('registry.mentions', { count: mentions }),
      named > 0 && t('registry.total', { count: named }),
    ];
    return told.filter((one) => one !== false).join(t('registry.comma'));
  };

  const isFull = kept.length >= MOST_LABELS;
  return (
    <Dialog title={t('registry.labels.title')} width={920} onClose={close}>
      <form ref={form} className={styles.labels} onSubmit={submit}>
        <p className={styles.text}>{t('registry.labels.text')}</p>
        {rows.length > GLANCE && (
          <TextInput
            size="sm"
            className={styles.filter ?? ''}
            aria-label={t('mention.filter')}
            maxLength={100}
            placeholder={t('mention.filter')}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        )}
        {shown.length === 0 && <p role="status">{t('mention.noLabel')}</p>}
        <ol className={styles.rows}>
          {shown.map((row) => (
            <LabelEdit
              key={row.row}
              label={row}
              isFirst={row === rows[0]}
              isLast={row === rows.at(-1)}
              problems={toldOf(problems.get(row.row), isTried)}
              holders={holdersOf(row.id)}
              onLabel={(said) => change(withLabel(rows, row.row, said))}
              onMove={(by) => change(withMoved(rows, row.row, by))}
              onRemove={() => change(withoutLabel(rows, row.row))}
            />
          ))}
        </ol>
        {theirs && (
          <div role="alert" className={styles.stale}>
            <p>{t('registry.labels.stale', { labels: differingLabels(read, theirs).join(t('registry.comma')) })}</p>
            <Button autoFocus size="compact-sm" onClick={() => void send(theirs)}>
              {t('registry.stale.mine')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setRead(theirs);
                setRows(labelRows(theirs));
                setTheirs(null);
              }}
            >
              {t('registry.stale.theirs')}
            </Button>
          </div>
        )}
        <div className={styles.end}>
          {list && <ProblemList problems={[list]} />}
          {isLeaving && (
            <p role="alert" className={styles.leaving}>
              {t('registry.labels.unsaved')}
            </p>
          )}
          <Button
            className={styles.add ?? ''}
            variant="subtle"
            leftSection={<IconPlus size={16} stroke={1.75} />}
            disabled={isFull}
            onClick={() => {
              setSought('');
              change(withNewLabel(rows));
            }}
          >
            {isFull ? t('registry.labels.full', { limit: MOST_LABELS }) : t('registry.labels.add')}
          </Button>
          <Button variant="subtle" color="gray" onClick={isLeaving ? onClose : close}>
            {t(isLeaving ? 'registry.labels.discard' : 'app.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!isChanged || theirs !== null}>
            {t('registry.form.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** True for a label that is called so in either language or in files, in any spelling. */
function isFound({ id, en, fa }: Label, sought: string): boolean {
  return sought.trim() === '' || [id, en, fa].some((name) => find(name, sought.trim(), 'substring').length > 0);
}

/** The problems of a row that are told: before anybody wanted to save, only what is there twice. */
function toldOf(problems: RowProblems | undefined, isTried: boolean): RowProblems | undefined {
  if (isTried || !problems) return problems;
  return new Map([...problems].filter(([, { rule }]) => rule === 'label.twice' || rule === 'label.key'));
}

function firstWrong(form: HTMLFormElement | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
}

async function refreshLabels(): Promise<void> {
  await queryClient.invalidateQueries(queries.label.pathFilter());
}
