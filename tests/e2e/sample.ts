import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

interface Reference {
  readonly segments: readonly { readonly source: string; readonly target: string }[];
}

/** The 23 units of the sample with English to type. Three of them quote the Persian, with its zero-width non-joiner. */
export const units = (
  JSON.parse(readFileSync('tests/fixtures/reference/gold-translations.json', 'utf8')) as Reference
).segments.map(({ source, target }, index) => ({
  persian: source,
  english: [4, 12, 22].includes(index) ? `${target} (می\u200cگوید)` : target,
}));

/** Makes a project without entities, with the sample untranslated as its one document. */
export function importStatements(page: Page, title: string): Promise<{ project: string; document: string }> {
  return importText(page, title, readFileSync('tests/fixtures/statements.fa.txt', 'utf8'));
}

/** Makes a project without entities, with `text` untranslated as its one document. */
export function importText(page: Page, title: string, text: string): Promise<{ project: string; document: string }> {
  return page.evaluate(
    async ([text, title]) => {
      const headers = { 'content-type': 'application/json' };
      const created = await fetch('/trpc/project.create', {
        method: 'POST',
        headers,
        body: JSON.stringify({ name: title }),
      });
      const project: string = (await created.json()).result.data.id;
      const form = new FormData();
      form.set('project', project);
      form.set('title', title);
      form.set('file', new File([text], 'statements.txt', { type: 'text/plain' }));
      const imported = await fetch('/import', { method: 'POST', body: form });
      const document: string = (await imported.json()).value.id;
      return { project, document };
    },
    [text, title] as const,
  );
}
