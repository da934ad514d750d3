import type { Page } from '@playwright/test';
import { strToU8 } from 'fflate';

/** Drops files on the first project of the library. */
export async function drop(page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  const given = Object.entries(files).map(([name, content]) => [
    name,
    Buffer.from(typeof content === 'string' ? strToU8(content) : content).toString('base64'),
  ]);
  const transfer = await page.evaluateHandle((contents) => {
    const dropped = new DataTransfer();
    for (const [name = '', content = ''] of contents) {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      dropped.items.add(new File([bytes], name));
    }
    return dropped;
  }, given);
  const place = page.locator('[data-project]').first();
  await place.dispatchEvent('dragover', { dataTransfer: transfer });
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}
