import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { entitySentence, entityValues, isTextRule } from '../../../shared/doc/checks/finding-words.ts';
import type { ToldFinding } from '../../../shared/doc/checks/told-finding.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { textMessage, textRemedy } from './text-words.ts';

/** What a finding is in words. Names in them are isolated (U+2068 … U+2069). */
export interface FindingWords {
  message(finding: ToldFinding): string;
  /** What the remedy does, for a button; `null` where there is none. */
  remedy(finding: ToldFinding): string | null;
}

/** Findings in the words of the interface. */
export function useFindingWords(labels: readonly Label[]): FindingWords {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const labelName = (id: unknown) => labels.find((label) => label.id === id)?.[language] ?? String(id);
  return {
    message({ rule, values }) {
      if (isTextRule(rule)) return textMessage(rule, values, t);
      const told = entityValues(values);
      return t(`checks.message.entity.${entitySentence(rule, values)}`, {
        ...told,
        segments: Number(told.segments),
        label: labelName(told.label),
        own: labelName(told.own),
      });
    },
    remedy({ rule, remedy, values }) {
      if (!remedy) return null;
      switch (remedy.kind) {
        case 'write':
          if (remedy.name === null) return t('checks.remedy.writeAlike', { count: remedy.count });
          return t('checks.remedy.write', { name: remedy.name, count: remedy.count });
        case 'relabel':
          return t('checks.remedy.relabel', { label: labelName(remedy.label) });
        case 'relink':
          return t('checks.remedy.relink', { usual: values.usual ?? '', count: remedy.count });
        case 'replace':
          return textRemedy(rule, remedy.text, t);
        default:
          return t(`checks.remedy.${remedy.kind}`);
      }
    },
  };
}
