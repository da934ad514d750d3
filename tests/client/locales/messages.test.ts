import i18next, { type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { type Language, languages, loadMessages, preferredLanguage } from '../../../client/locales/index.ts';
import { problemText } from '../../../client/ui/problem-text.ts';
import { statuses, statusNames } from '../../../shared/core/status.ts';
import { importProblem, importSentences } from '../../../shared/formats/text/problems.ts';

const messages = { en: flat(await loadMessages('en')), fa: flat(await loadMessages('fa')) };

/** All texts by their paths. */
function flat(tree: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

/** The names in `{{name}}` and `{{name, format}}`. */
function values(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => String(name)))].sort();
}

async function speaking(language: Language): Promise<TFunction> {
  const resources = { [language]: { translation: await loadMessages(language) } };
  return i18next.createInstance().init({ lng: language, resources, interpolation: { escapeValue: false } });
}

describe('the messages', () => {
  it('say in Persian all that they say in English', () => {
    expect([...messages.en.keys()].filter((key) => !messages.fa.has(key))).toEqual([]);
  });

  it('have nothing in Persian that English lacks, but for problems, which tell themselves in English', () => {
    const more = [...messages.fa.keys()].filter((key) => !messages.en.has(key));
    expect(more.filter((key) => !key.startsWith('problems.'))).toEqual([]);
  });

  it('call the states as the command line and the README do, and each by one word', () => {
    const named = statuses.map((status) => messages.en.get(`workbench.status.${status}`)?.toLowerCase());
    expect(named).toEqual(statuses.map((status) => statusNames[status]));
    const others =
      /\b(?:untranslated|translated segments?|approved?|(?:initial|translated) state|state (?:initial|translated))\b/i;
    expect([...messages.en].filter(([, text]) => others.test(text))).toEqual([]);
    expect([...messages.fa].filter(([, text]) => /تایید|ترجمه‌شده/.test(text))).toEqual([]);
  });

  it('have one word for taking back what was done, and another for bringing back what was there', () => {
    const others = (said: RegExp, word: RegExp) =>
      [...messages.en].filter(([key, text]) => said.test(text) && !word.test(messages.fa.get(key) ?? ''));
    expect(others(/\b(?:undo|undone|tak(?:e|en|ing) back)\b/i, /پس گرف/)).toEqual([]);
    expect(others(/\bbring back\b|\brestor/i, /باز(?:گرد|گشت|می‌گرد)/)).toEqual([]);
    expect([...messages.fa].filter(([, text]) => /برگردا|واگرد/.test(text))).toEqual([]);
  });

  it('name no option of the command line, which nobody has under the hand there', () => {
    for (const language of [messages.en, messages.fa]) {
      expect([...language].filter(([, text]) => /(?:^|[\s\u2066])--[a-z]/.test(text))).toEqual([]);
    }
    expect(Object.values(importSentences).filter((text) => / --[a-z]/.test(text))).toEqual([]);
  });

  it('put the same values into both languages', () => {
    const differing = [...messages.en].filter(
      ([key, text]) => String(values(text)) !== String(values(messages.fa.get(key) ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it.each(languages)('have every plural form of %s', (language) => {
    const keys = [...messages[language].keys()];
    const stems = new Set(keys.flatMap((key) => /^(.*)_(?:one|other)$/.exec(key)?.[1] ?? []));
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const wanted = [...stems].flatMap((stem) => pluralCategories.map((category) => `${stem}_${category}`));
    expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it.each(languages)('close every isolate that they open, in %s', (language) => {
    const isUneven = (text: string) => text.match(/[\u2066-\u2068]/g)?.length !== text.match(/\u2069/g)?.length;
    expect([...messages[language]].filter(([, text]) => isUneven(text))).toEqual([]);
  });

  it('list Latin names in Persian from right to left, each isolated', () => {
    const mixed = /[A-Za-z0-9)][،,؛] ?[A-Za-z(]/;
    const open = (text: string) => text.replace(/\u2066[^\u2069]*\u2069|\{\{[^}]*\}\}/g, '\u2066\u2069');
    expect([...messages.fa].filter(([, text]) => mixed.test(open(text)))).toEqual([]);
  });

  it('are written in Persian letters and with ZWNJ, not in Arabic ones or with spaces for it', () => {
    const slips = /[كيىة]|[0-9]|(?:^|\s)(?:ها|های|می|نمی)(?:\s|$)/u;
    const plain = (text: string) =>
      text.replace(/\u2066[^\u2069]*\u2069|\{\{[^}]*\}\}|[A-Za-z][A-Za-z0-9-]*(?: [0-9.]+)?/g, '');
    expect([...messages.fa].filter(([, text]) => slips.test(plain(text)))).toEqual([]);
  });
});

describe('numbers in messages', () => {
  it('stand in the digits of the language', async () => {
    const english = await speaking('en');
    const persian = await speaking('fa');
    expect(english('library.words', { count: 1840 })).toBe('1,840 words');
    expect(english('library.words', { count: 1 })).toBe('1 word');
    expect(persian('library.words', { count: 1840 })).toBe('۱٬۸۴۰ واژه');
  });
});

describe('problems', () => {
  const problem = importProblem('file.windows-1256', { byte: 1400, values: { value: 'E3', encoding: 'windows-1256' } });

  it('are told by their rule in Persian, with their place', async () => {
    expect(problemText(await speaking('fa'), problem)).toMatch(/^بایت ۱٬۴۰۰ پرونده/);
  });

  it('tell themselves in English', async () => {
    expect(problemText(await speaking('en'), problem)).toBe(problem.message);
  });

  it('tell themselves where nobody has translated their rule', async () => {
    expect(problemText(await speaking('fa'), { rule: 'new', message: 'Something new.' })).toBe('Something new.');
  });
});

describe('the first language', () => {
  it.each([
    [['fa-IR', 'en'], 'fa'],
    [['de', 'fa'], 'fa'],
    [['EN-us'], 'en'],
    [['de', 'ar'], 'en'],
    [[], 'en'],
  ] as const)('of %j is %s', (wanted, language) => {
    expect(preferredLanguage(wanted)).toBe(language);
  });
});
