import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import pg from 'pg';
import { closeContext, openContext } from '../../server/context.ts';
import { newScene } from '../server/acts/scene.ts';
import { startCluster } from '../server/cluster.ts';
import { expectAccessible } from './accessibility.ts';
import { testAlone } from './fixtures.ts';
import { Radif } from './server.ts';

/** How many documents the act goes over. */
const DOCUMENTS = 4;

/** On a PostgreSQL of the test's own, in which a server waits for a neighbour as long as it takes. */
const test = testAlone.extend<{ readonly address: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern.
  address: async ({}, use) => {
    const cluster = await startCluster();
    await use(await cluster.newDatabase());
    await cluster.stop();
  },
  radif: async ({ page, address }, use) => {
    const databaseUrl = `${address}?lock_timeout=600000&statement_timeout=600000&query_timeout=600000`;
    const radif = new Radif({ databaseUrl });
    try {
      await radif.start();
      await page.goto(radif.link);
      await use(radif);
    } finally {
      await radif.close();
    }
  },
});

const entities = (page: Page) => page.getByRole('listbox', { name: 'Entities' }).getByRole('option');

/** A project in whose documents Russia and Iran are named. */
async function newProject(databaseUrl: string) {
  const data = mkdtempSync(join(tmpdir(), 'radif-'));
  const context = await openContext({ data, databaseUrl });
  const scene = await newScene(context, DOCUMENTS);
  await closeContext(context);
  rmSync(data, { recursive: true });
  return scene;
}

test('a merge is seen with how far it is, goes on after its server was killed, and is taken back after another restart', async ({
  page,
  radif,
  address,
}) => {
  const { project, documents } = await newProject(address);
  const neighbour = new pg.Client({ connectionString: address });
  neighbour.on('error', () => {});
  await neighbour.connect();
  await neighbour.query('begin');
  await neighbour.query('select from document where id = $1 for update', [documents[2]]);

  await page.goto(`${radif.origin}/projects/${project}/entities`);
  await entities(page).filter({ hasText: 'Russia' }).click();
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Merge into another…' }).click();
  await page.getByRole('radio', { name: 'Iran' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  const progress = page.getByRole('progressbar', { name: 'Merging “⁨Russia⁩” into “⁨Iran⁩”' });
  // The registry is a part of its own, the last.
  const far = `2 of ${DOCUMENTS + 1}`;
  await expect(progress).toHaveAttribute('aria-valuetext', far);
  await page.reload();
  await expect(progress).toHaveAttribute('aria-valuetext', far);
  await expectAccessible(page, 'an act under way');

  await radif.kill();
  await neighbour.query('rollback');
  await neighbour.end();
  await radif.start();
  await page.reload();
  await expect(progress).toBeVisible();
  // It stays with the server that was killed until that has been silent for long.
  await expect(progress).toHaveCount(0, { timeout: 60_000 });
  await expect(entities(page)).toHaveCount(1);
  await radif.kill();
  await radif.start();

  await page.reload();
  await entities(page).click();
  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('tabpanel', { name: 'History' });
  const merged = `Gained “⁨Russia⁩”: ${2 * DOCUMENTS} mentions in ${DOCUMENTS} documents.`;
  await expect(history).toContainText(merged);
  await history.getByRole('button', { name: /^Take back: Gained/ }).click();
  await expect(entities(page)).toHaveCount(2);
  await expect(history).toContainText('Taken back.');
  await entities(page).filter({ hasText: 'Russia' }).click();
  await expect(page.getByRole('tab', { name: `Mentions (${2 * DOCUMENTS})` })).toBeVisible();
});
