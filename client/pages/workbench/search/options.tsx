import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../shared/core/problem.ts';
import { type Query, type QueryKind, queryKinds } from '../../../../shared/language/words/query.ts';
import { problemText } from '../../../ui/problem-text.ts';
import styles from './search.module.css';

/** How queries are meant, and where they are looked for. */
export interface Meaning extends Omit<Query, 'text'> {
  readonly isEverywhere: boolean;
}

interface OptionsProps {
  readonly meaning: Meaning;
  readonly onMeaning: (meaning: Meaning) => void;
  /** The kinds that may be chosen; all unless said otherwise. */
  readonly kinds?: readonly QueryKind[];
  /** False where other forms of a word are none that may be replaced. */
  readonly hasForms?: boolean;
}

/** How a query is meant: its kind, forms, whole words, letter case, and where it is sought. */
export function Options({ meaning, onMeaning, kinds = queryKinds, hasForms = true }: OptionsProps) {
  const { t } = useTranslation();
  const { kind, isInflected, isWhole, isCased, isEverywhere } = meaning;
  return (
    <div className={styles.options}>
      <Select
        size="xs"
        allowDeselect={false}
        aria-label={t('search.kind.label')}
        value={kind}
        data={kinds.map((value) => ({ value, label: t(`search.kind.${value}`) }))}
        onChange={(value) => onMeaning({ ...meaning, kind: kinds.find((known) => known === value) ?? kind })}
      />
      {hasForms && kind !== 'expression' && (
        <Checkbox
          size="xs"
          label={t('search.inflected')}
          checked={isInflected}
          onChange={({ target }) => onMeaning({ ...meaning, isInflected: target.checked })}
        />
      )}
      <Checkbox
        size="xs"
        label={t('search.whole')}
        checked={isWhole}
        onChange={({ target }) => onMeaning({ ...meaning, isWhole: target.checked })}
      />
      <Checkbox
        size="xs"
        label={t('search.cased')}
        checked={isCased}
        onChange={({ target }) => onMeaning({ ...meaning, isCased: target.checked })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('search.scope.label')}
        value={isEverywhere ? 'project' : 'document'}
        data={(['document', 'project'] as const).map((value) => ({ value, label: t(`search.scope.${value}`) }))}
        onChange={(value) => onMeaning({ ...meaning, isEverywhere: value === 'project' })}
      />
    </div>
  );
}

/** The query of a text that was written, `null` for a blank one. */
export function queryOf(text: string, { kind, isInflected, isWhole, isCased }: Meaning): Query | null {
  return /^\s*$/u.test(text) ? null : { text, kind, isInflected, isWhole, isCased };
}

/** What is wrong with a query, in the words of the interface. */
export function queryProblem(t: TFunction, problem: Problem): string {
  const reason = `${problem.values?.reason ?? ''}`;
  if (problem.rule === 'query-empty') return t('search.problem.empty');
  if (problem.rule === 'query-expression') return t('search.problem.expression', { reason });
  if (problem.rule === 'query-runaway') return t('search.problem.runaway', { where: problem.element ?? '' });
  return problemText(t, problem);
}
