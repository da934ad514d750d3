import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/core/problem.ts';
import { ProblemList } from '../ui/problem-list.tsx';

interface PlacedProblemsProps {
  readonly problems: readonly Problem[];
  readonly areNotes?: boolean;
}

/** Problems of files, each behind the place where it is. */
export function PlacedProblems({ problems, areNotes = false }: PlacedProblemsProps) {
  const { t } = useTranslation();
  const place = ({ element, line, column, byte }: Problem) => {
    const parts = [
      element && `\u2068${element}\u2069`,
      line !== undefined && t('importing.line', { line }),
      column !== undefined && t('importing.column', { column }),
      line === undefined && byte !== undefined && t('importing.byte', { byte }),
    ].filter((part) => typeof part === 'string' && part !== '');
    return parts.length > 0 ? t('importing.place', { place: parts.join(t('importing.and')) }) : '';
  };
  return <ProblemList problems={problems} areNotes={areNotes} place={place} />;
}
