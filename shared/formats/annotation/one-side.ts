import { lacking } from '../corpus/format.ts';
import { sideOf } from '../corpus/language.ts';
import type { CorpusRow, LossRule, Side } from '../corpus/row.ts';

/** What a format of one text leaves of a row besides what its writer says: the other side, and what belongs to both. */
export function otherSide(side: Side): (row: CorpusRow) => readonly LossRule[] {
  const other = side === 'fa' ? 'english' : 'persian';
  return lacking(other, 'link', 'remark', 'alignment', 'taken', 'status', 'parted-mention');
}

/** The side that the name of a file says before its ending, as those of a release do (`all.fa.conll`); `null` where it says none. */
export function sideOfName(name: string): Side | null {
  const [, tag = ''] = /\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2})?)\.[^.]*$/.exec(name) ?? [];
  return sideOf(tag);
}

/** The side that a text is on, by its letters: only a guess, for a name or an address may stand in Latin letters among Persian. */
export function sideOfText(text: string): Side {
  const letters = (script: RegExp) => text.match(script)?.length ?? 0;
  return letters(/\p{Script=Arabic}/gu) * 2 > letters(/\p{Script=Latin}/gu) ? 'fa' : 'en';
}

/** A row that has only the one text. */
export function oneSided(side: Side, text: string): { readonly fa: string; readonly en: string } {
  return side === 'fa' ? { fa: text, en: '' } : { fa: '', en: text };
}
