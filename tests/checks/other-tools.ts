import type { TextPair } from '../../shared/checks/pair/rule.ts';

/** What the rules of another tool say of a pair: the names of ours that look for the same, each with what it found. */
export type OtherTool = (pair: TextPair) => readonly string[];

/** The rules of OmegaT's `check_rules.groovy`, as far as ours look for the same: JVM's `\d` and `\w` are ASCII. Its rule for the case of the
 *  first letter, which says something of every Persian segment, is left out. */
export const omegaT: OtherTool = ({ source, target }) => [
  ...(target.trim() === '' ? ['text.empty'] : []),
  ...(source === target ? ['text.same'] : []),
  ...(/^\s/.test(target) && !/^\s/.test(source) ? ['text.space lead'] : []),
  ...(/\s$/.test(target) && !/\s$/.test(source) ? ['text.space trail'] : []),
  ...Array.from(target.matchAll(/[\s\u00a0]{2}/g), ({ index }) => `text.space ${index}`),
  ...Array.from(target.matchAll(/\b(\w+)\s+\1\b/gi), ({ index }) => `text.repeated ${index}`),
  ...(target.length < 0.4 * source.length || target.length > 2.4 * source.length ? ['text.length'] : []),
  ...(lastOf(source, '.!?;:') !== lastOf(target, '.!?;:') ? [`text.end ${lastOf(target, '.!?;:')}`] : []),
  ...(digits(source).sort().join(' ') !== digits(target).sort().join(' ')
    ? [`text.number ${digits(target).sort().join(' ')}`]
    : []),
];

/** The rules of Tolgee that ours look for as well: numbers of the source that the target lacks, in ASCII; brackets against those of the
 *  source, and by themselves. */
export const tolgee: OtherTool = ({ source, target }) => [
  ...(target.trim() === '' ? ['text.empty'] : []),
  ...(source === target ? ['text.same'] : []),
  ...(/^\s/.test(target) !== /^\s/.test(source) ? ['text.space lead'] : []),
  ...(/\s$/.test(target) !== /\s$/.test(source) ? ['text.space trail'] : []),
  ...Array.from(target.matchAll(/ {2}/g), ({ index }) => `text.space ${index}`),
  ...Array.from(target.matchAll(/\b(\w+)\s+\1\b/gi), ({ index }) => `text.repeated ${index}`),
  ...(lastOf(source, '.!?;:,') !== lastOf(target, '.!?;:,') ? [`text.end ${lastOf(target, '.!?;:,')}`] : []),
  ...digits(source)
    .filter((number) => !digits(target).includes(number))
    .map((number) => `text.number ${number}`),
  ...[...'()[]{}']
    .filter((mark) => source.split(mark).length !== target.split(mark).length)
    .map((mark) => `text.bracket ${mark} ${target.split(mark).length}`),
];

function digits(text: string): string[] {
  return text.match(/[0-9]+/g) ?? [];
}

function lastOf(text: string, marks: string): string {
  const last = text.trim().at(-1) ?? '';
  return marks.includes(last) ? last : '';
}
