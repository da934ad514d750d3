import type { TFunction } from 'i18next';
import type { TextRule } from '../../../shared/checks/text-rules.ts';
import type { DocumentRule } from '../../../shared/doc/checks/document-finding.ts';
import { entityRules } from '../../../shared/doc/checks/entity-finding.ts';
import type { ToldFinding } from '../../../shared/doc/checks/told-finding.ts';

/** True for a rule of texts, false for one of names. */
export function isTextRule(rule: DocumentRule): rule is TextRule {
  return !Object.hasOwn(entityRules, rule);
}

/** What a rule is called. */
export function ruleName(rule: DocumentRule, t: TFunction): string {
  return isTextRule(rule) ? t(`textChecks.rule.${rule}`) : t(`checks.rule.${rule}`);
}

/** What a finding about a text is in words. */
export function textMessage(rule: TextRule, values: ToldFinding['values'], t: TFunction): string {
  const { from = '', score, found = '', wanted = '', usual = '', mark = '', others = '', kind } = values;
  const told = { found, wanted, usual, mark, others };
  switch (rule) {
    case 'text.number':
      return t(`textChecks.message.number.${kind === 'added' || kind === 'lost' ? kind : 'other'}`, told);
    case 'text.date':
      return t(`textChecks.message.date.${found === '' ? 'lost' : 'other'}`, told);
    case 'text.end':
      return t(`textChecks.message.end.${/^[\p{P}\p{S}]$/u.test(String(found)) ? 'other' : 'missing'}`, told);
    case 'text.space':
      return t(`textChecks.message.space.${spaces.find((known) => known === kind) ?? 'double'}`, told);
    case 'text.bidi':
      return t(`textChecks.message.bidi.${kind === 'source' ? 'source' : 'target'}`, told);
    case 'text.length':
      return t(`textChecks.message.length.${kind === 'short' ? 'short' : 'long'}`);
    case 'text.inconsistent':
      return t(`textChecks.message.inconsistent.${kind === 'sources' ? 'sources' : 'renderings'}`, told);
    case 'text.unedited':
      return kind === 'machine'
        ? t('textChecks.message.unedited.machine', { from })
        : t('textChecks.message.unedited.match', { from: from || t('matches.own'), score: Number(score) });
    case 'source.zwnj':
      return t(`textChecks.message.zwnj.${kind === 'stray' ? 'stray' : 'lost'}`, told);
    case 'text.spelling':
      return t(`textChecks.message.spelling.${others === '' ? 'unknown' : 'near'}`, told);
    case 'text.empty':
      return t('textChecks.message.empty');
    case 'text.same':
      return t('textChecks.message.same');
    case 'text.foreign':
      return t('textChecks.message.foreign', told);
    case 'text.unit':
      return t('textChecks.message.unit', told);
    case 'text.repeated':
      return t('textChecks.message.repeated', told);
    case 'text.bracket':
      return t('textChecks.message.bracket', told);
    case 'text.quote':
      return t('textChecks.message.quote', told);
    case 'term.missing':
      return t('textChecks.message.term.missing', told);
    case 'term.forbidden':
      return t(`textChecks.message.term.${wanted === '' ? 'forbidden' : 'otherwise'}`, told);
  }
}

const spaces = ['edge', 'double', 'before', 'inside', 'after'] as const;

/** What writing `text` in place of what was found is called. */
export function textRemedy(rule: DocumentRule, text: string, t: TFunction): string {
  if (rule === 'text.space') return t('textChecks.remedy.space');
  return text === '' ? t('textChecks.remedy.remove') : t('textChecks.remedy.replace', { text });
}
