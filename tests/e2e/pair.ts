import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { units } from './sample.ts';

/** The Persian of the sample. */
const persian = readFileSync('tests/fixtures/statements.fa.txt', 'utf8');

/** What a row of an aligned text is to hold; no English where the Persian is left out. */
export interface ExpectedRow {
  readonly persian: string;
  readonly english: string | null;
  /** The unit of the reference that the row is; `null` where it holds two, or another English. */
  readonly unit: number | null;
}

/** Two sentences in one, a sentence in two, and one that nobody translated. */
const MERGED = {
  first: 15,
  english: `${sentence(15).replace(/\.$/u, '')}, and the independence of countries is very important.`,
};
const SPLIT = 10;
const MISSING = 17;
const inTwo =
  'One of the issues that has received attention in our exchange of oral messages with the negotiating parties must also be strengthened in the text. First, the Agency must distance itself from its political conduct and focus solely on its technical mandate.';

/** The rows that the sample and `englishText` make when they are aligned as a person would. */
export const expectedRows: readonly ExpectedRow[] = units.flatMap(({ persian }, unit): readonly ExpectedRow[] => {
  if (unit === MERGED.first + 1) return [];
  if (unit === MERGED.first)
    return [{ persian: `${persian} ${units[unit + 1]?.persian}`, english: MERGED.english, unit: null }];
  if (unit === MISSING) return [{ persian, english: null, unit: null }];
  return [{ persian, english: unit === SPLIT ? inTwo : sentence(unit), unit: unit === SPLIT ? null : unit }];
});

/** The English of the sample as running text in one paragraph, its leads before a colon as in the Persian. */
function englishText(): string {
  let end = 0;
  const said = expectedRows.map((row) => {
    end = persian.indexOf(row.persian, end) + row.persian.length;
    return row.english === null ? null : row.english + (persian.startsWith(':', end) ? ':' : '');
  });
  return said.filter((english) => english !== null).join(' ');
}

/** Makes a project, and in it a document of the sample and its English as running text; gives both ids. */
export function importPair(page: Page): Promise<{ project: string; document: string }> {
  return page.evaluate(
    async ([fa = '', en = '']) => {
      const ask = async (address: string, init?: RequestInit) => (await fetch(address, init)).json();
      const headers = { 'content-type': 'application/json' };
      const created = await ask('/trpc/project.create', {
        method: 'POST',
        headers,
        body: JSON.stringify({ name: 'Pairs' }),
      });
      const project: string = created.result.data.id;
      const form = new FormData();
      form.set('project', project);
      form.set('title', 'Aligned');
      form.append('file', new File([fa], 'fa.txt'));
      form.append('file', new File([en], 'en.txt'));
      const { value } = await ask('/pair', { method: 'POST', body: form });
      const input = encodeURIComponent(JSON.stringify({ id: value.job }));
      for (;;) {
        const { state, outcome } = (await ask(`/trpc/job.open?input=${input}`)).result.data;
        if (state === 'done') return { project, document: outcome.document as string };
        if (state === 'failed') throw new Error('The pair did not come in');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    [persian, englishText()],
  );
}

function sentence(unit: number): string {
  const target = units[unit]?.english.replace(' (می\u200cگوید)', '');
  if (target === undefined) throw new Error(`The sample has no unit ${unit}`);
  return target;
}
