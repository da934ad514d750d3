import { describe, expect, it } from 'vitest';
import { termRemarks } from '../../shared/checks/terms.ts';
import { glossaryOf } from '../../shared/terms/glossary.ts';
import type { Term, TermUse } from '../../shared/terms/term.ts';

const term = (fa: string, en: Readonly<Record<string, TermUse>>): Term => ({
  ...{ id: fa, fa, note: '', domain: '', partOfSpeech: null },
  en: Object.entries(en).map(([text, use]) => ({ text, use })),
});
const glossary = glossaryOf([
  term('تحریم', { sanction: 'preferred', embargo: 'admitted', boycott: 'forbidden' }),
  term('بانک مرکزی', { 'Central Bank of Iran': 'preferred', 'central bank': 'forbidden' }),
  term('بانک', { bank: 'preferred' }),
  term('شیر', { milk: 'preferred' }),
  term('شير', { lion: 'preferred' }),
]);
const told = (source: string, target: string) =>
  termRemarks({ source, target }, glossary).map(({ rule, side, from, to, fix }) => [
    rule,
    (side === 'source' ? source : target).slice(from, to),
    fix,
  ]);

describe('the terms of a pair', () => {
  it('are right where a preferred or an admitted one is used, in any form', () => {
    expect(told('تحریم‌های تازه', 'New sanctions')).toEqual([]);
    expect(told('تحریم‌های تازه', 'New embargoes')).toEqual([]);
    expect(told('گفت‌وگو', 'A talk')).toEqual([]);
  });

  it('are missing where the Persian has one and the English none', () => {
    expect(told('تحریم‌های تازه', 'New measures')).toEqual([['term.missing', 'تحریم‌های', null]]);
    expect(told('بانک مرکزی گفت', 'The bank said')).toEqual([['term.missing', 'بانک مرکزی', null]]);
  });

  it('are told where they are forbidden, with what is right where that is sure', () => {
    expect(told('تحریم تازه', 'Boycott or boycotts')).toEqual([
      ['term.forbidden', 'Boycott', 'Sanction'],
      ['term.forbidden', 'boycotts', null],
    ]);
    expect(told('گفت', 'A boycott')).toEqual([]);
  });

  it('are not forbidden as a part of one that is right', () => {
    expect(told('بانک مرکزی گفت', 'The Central Bank of Iran said')).toEqual([]);
    expect(told('بانک مرکزی گفت', 'The central bank said')).toEqual([
      ['term.forbidden', 'central bank', 'Central Bank of Iran'],
    ]);
  });

  it('may be any of those with the same Persian', () => {
    expect(told('شیر خورد', 'drank milk')).toEqual([]);
    expect(told('شیر خورد', 'a lion ate')).toEqual([]);
    expect(told('شیر خورد', 'it ate')).toHaveLength(1);
  });
});
