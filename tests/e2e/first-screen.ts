import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** A script that a page loads, and its size as gzip sends it. */
export interface Script {
  readonly path: string;
  readonly bytes: number;
}

/** The scripts that `page` needs to show `address`; what it fetches ahead once it rests is not among them. */
export async function scriptsOf(page: Page, address: string): Promise<readonly Script[]> {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const loaded: Promise<Script>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || !response.ok()) return;
    const path = new URL(response.url()).pathname;
    loaded.push(response.body().then((body) => ({ path, bytes: gzipSync(body).length })));
  });
  await page.goto(address);
  await page.getByRole('main').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return Promise.all(loaded);
}
