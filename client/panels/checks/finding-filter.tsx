import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FindingKind, findingKinds, isSeverity } from '../../../shared/doc/checks/finding-kinds.ts';
import { ruleName } from './text-words.ts';

interface FindingFilterProps {
  readonly kind: FindingKind | null;
  readonly onKind: (kind: FindingKind | null) => void;
  /** How many findings there are of each kind, and of all. */
  readonly counts: ReadonlyMap<FindingKind, number>;
  readonly total: number;
}

/** Which findings are looked at: those of a severity or of a rule. Kinds without any are left out. */
export function FindingFilter({ kind, onKind, counts, total }: FindingFilterProps) {
  const { t } = useTranslation();
  const nameOf = (one: FindingKind) => (isSeverity(one) ? t(`checks.severity.${one}`) : ruleName(one, t));
  const some = findingKinds.filter((one) => counts.has(one) || one === kind);
  return (
    <NativeSelect
      size="xs"
      aria-label={t('checks.filter.label')}
      value={kind ?? ''}
      onChange={({ target }) => onKind(some.find((one) => one === target.value) ?? null)}
      data={[
        { value: '', label: t('checks.filter.all', { count: total }) },
        ...some.map((one) => ({
          value: one,
          label: t('checks.filter.counted', { what: nameOf(one), count: counts.get(one) ?? 0 }),
        })),
      ]}
    />
  );
}
