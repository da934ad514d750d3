import { type BrowserContext, expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { openDocument, rendering, segment } from './workbench.ts';

/** How often a tab is closed in each test; `RADIF_CLOSES` says otherwise. */
const rounds = Number(process.env.RADIF_CLOSES ?? 8);

test.beforeEach(async ({ page, radif }) => {
  expect(radif.origin).toBeTruthy();
  await openDocument(page, 'Statements');
});

for (const others of [0, 1, 2]) {
  test(`a tab that is closed at once loses no letter, beside ${others} others`, async ({ page, context }) => {
    test.setTimeout(60_000 + rounds * 15_000);
    const address = page.url();
    const standing: Page[] = [];
    for (let index = 0; index < others; index++) standing.push(await openTab(context, address));
    if (others === 0) await page.goto('about:blank');
    let written = '';
    for (let round = 0; round < rounds; round++) {
      const tab = await openTab(context, address);
      await tab.bringToFront();
      await expect(rendering(tab, 1)).toHaveText(written.trimEnd());
      await tab.keyboard.press('Control+Home');
      const word = wordOf(round);
      await tab.keyboard.type(word, { delay: round % 3 === 0 ? 0 : 30 });
      await tab.close();
      written = word + written;
      const witness = standing[0] ?? (await openTab(context, address));
      await expect(rendering(witness, 1), `round ${round}`).toHaveText(written.trimEnd());
      if (others === 0) await witness.close();
    }
  });
}

/** Opens the document in a tab of its own, with the caret in its first rendering. */
async function openTab(context: BrowserContext, address: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(segment(tab, 1)).toHaveAttribute('aria-current', 'true');
  await expect(tab.locator('.ProseMirror')).toBeFocused();
  return tab;
}

/** A word of three to eleven letters with a space behind it, another in every round. */
function wordOf(round: number): string {
  const letters = Array.from({ length: 2 + ((round * 7) % 9) }, (_, at) =>
    String.fromCharCode(97 + ((round * 5 + at * 11) % 26)),
  );
  return `${letters.join('')}${round % 10} `;
}
