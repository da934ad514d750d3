import i18next, { type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { type Language, loadMessages } from '../../../../client/locales/index.ts';
import { historyLines } from '../../../../client/panels/history/history.ts';
import { namedChoices } from '../../../../client/panels/history/named-choices.ts';
import { saidOf, titleOf } from '../../../../client/panels/history/said.ts';
import { purposeKinds } from '../../../../shared/wire/purpose.ts';
import type { EntryKind, HistoryEntry } from '../../../../shared/wire/version.ts';

function entry(number: number, from: number, to: number, more: Partial<HistoryEntry> = {}): HistoryEntry {
  const what = { kind: 'work', person: 'local', startedAt: 1, endedAt: to * 10, segments: 2, about: {} } as const;
  return { number, from, to, ...what, ...more };
}

async function speaking(language: Language): Promise<TFunction> {
  const resources = { [language]: { translation: await loadMessages(language) } };
  const instance = i18next.createInstance();
  await instance.init({ lng: language, resources, interpolation: { escapeValue: false } });
  const { format } = new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en-GB');
  instance.services.formatter?.add('number', (value: number) => format(value));
  return instance.t;
}

describe('the lines of a history', () => {
  const named = (version: number, name: string) => ({ version, name, person: 'local', at: version });

  it('are the entries, newest first, with the names on those that they end', () => {
    const lines = historyLines([entry(2, 4, 9), entry(1, 0, 4)], [named(4, 'first draft'), named(4, 'sent')]);
    expect(lines.map(({ version, names, isInside }) => [version, names, isInside])).toEqual([
      [9, [], false],
      [4, ['first draft', 'sent'], false],
    ]);
  });

  it('have a version that was named inside an entry between them', () => {
    const lines = historyLines([entry(2, 4, 9), entry(1, 0, 4)], [named(6, 'for Sara')]);
    expect(lines.map(({ version, names, isInside, entry }) => [version, names, isInside, entry?.number])).toEqual([
      [9, [], false, 2],
      [6, ['for Sara'], true, 2],
      [4, [], false, 1],
    ]);
  });
});

describe('what an entry tells', () => {
  const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');

  it('is what was done', async () => {
    const t = await speaking('en');
    const said = (kind: EntryKind, about: HistoryEntry['about'] = {}, segments: number | null = 12) =>
      plain(saidOf(t, entry(5, 1, 2, { kind, about, segments })));
    expect(said('work')).toBe('Work on 12 segments');
    expect(said('work', {}, 1)).toBe('Work on 1 segment');
    expect(said('work', {}, null)).toBe('Work at the text');
    expect(said('import')).toBe('Imported: 12 segments');
    expect(said('import', {}, null)).toBe('Imported');
    expect(said('restore', { number: 3, version: 8 })).toBe('Restored: Version 8');
    expect(said('restore', { number: 3, version: 8, name: 'first draft' })).toBe('Restored: “first draft”');
    expect(said('restore', { number: 0, version: 0 })).toBe('Restored: The text as imported');
    expect(said('accept', { count: 40 })).toBe('40 proposals accepted');
    expect(said('rename', { names: ['Zarif', 'M. J. Zarif'] })).toBe('“Zarif” renamed to “M. J. Zarif”');
    expect(said('merge', { names: ['Zarif', 'M. J. Zarif'] })).toBe('“Zarif” merged into “M. J. Zarif”');
  });

  it('is said of every kind, in both languages, without a hole in it', async () => {
    for (const language of ['en', 'fa'] as const) {
      const t = await speaking(language);
      for (const kind of ['work', 'import', 'copy', ...purposeKinds] as const) {
        for (const about of [{}, { number: 2, version: 5, names: ['ظریف', 'Zarif'], count: 7 }]) {
          const said = saidOf(t, entry(5, 1, 2, { kind, about }));
          expect(said).not.toMatch(/\{\{|history\.|undefined/);
          if (language === 'fa') expect(said).toMatch(/^[\u2068«]?[\u0600-\u06ff]/);
        }
      }
    }
  });

  it('calls a version by its name, else by its number', async () => {
    const t = await speaking('fa');
    expect(plain(titleOf(t, { version: 12, name: 'پیش‌نویس' }))).toBe('«پیش‌نویس»');
    expect(titleOf(t, { version: 12 })).toBe('نسخهٔ ۱۲');
    expect(titleOf(t, { version: 0 })).toBe('متن درون‌برده');
  });
});

it('a version with several names is one choice', async () => {
  const named = [
    { version: 4, name: 'sent' },
    { version: 4, name: '1.0' },
    { version: 0, name: 'نخست' },
  ].map((one) => ({ ...one, person: 'local', at: 1 }));
  expect(namedChoices(await speaking('fa'), named)).toEqual([
    { value: '4', label: '\u2068sent\u2069، \u20681.0\u2069' },
    { value: '0', label: '\u2068نخست\u2069' },
  ]);
});
