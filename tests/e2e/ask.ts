import type { Page } from '@playwright/test';

/** Asks the server as the page would. */
export function ask<T>(page: Page, path: string, input: object): Promise<T> {
  return page.evaluate(
    async ([procedure, body]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await (await fetch(`/trpc/${procedure}`, { method: 'POST', headers, body })).json();
      return answer.result.data;
    },
    [path, JSON.stringify(input)] as const,
  );
}
