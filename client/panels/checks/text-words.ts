import type { TFunction } from 'i18next';
import type { TextRule } from '../../../shared/checks/text-rules.ts';
import { textSentence } from '../../../shared/checks/text-words.ts';
import type { DocumentRule } from '../../../shared/doc/checks/document-finding.ts';
import { isTextRule } from '../../../shared/doc/checks/finding-words.ts';
import type { ToldFinding } from '../../../shared/doc/checks/told-finding.ts';

/** What a rule is called. */
export function ruleName(rule: DocumentRule, t: TFunction): string {
  return isTextRule(rule) ? t(`textChecks.rule.${rule}`) : t(`checks.rule.${rule}`);
}

/** What a finding about a text is in words. */
export function textMessage(rule: TextRule, values: ToldFinding['values'], t: TFunction): string {
  const { from = '', score, found = '', wanted = '', usual = '', mark = '', others = '' } = values;
  const told = { from, score: Number(score), found, wanted, usual, mark, others };
  return t(`textChecks.message.${textSentence(rule, values)}`, told);
}

/** What writing `text` in place of what was found is called. */
export function textRemedy(rule: DocumentRule, text: string, t: TFunction): string {
  if (rule === 'text.space') return t('textChecks.remedy.space');
  return text === '' ? t('textChecks.remedy.remove') : t('textChecks.remedy.replace', { text });
}
