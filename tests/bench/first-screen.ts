import { chromium } from '@playwright/test';
import { chromiumArguments, provideChromium } from '../chromium.mjs';
import { scriptsOf } from '../e2e/first-screen.ts';
import { Radif } from '../e2e/server.ts';
import type { Figure } from './figure.ts';

/** The JavaScript of the first screen as gzip sends it: all of it, and the largest file. */
export async function measure(): Promise<readonly Figure[]> {
  const radif = new Radif();
  const browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
  try {
    await radif.start();
    const scripts = await scriptsOf(await browser.newPage(), radif.link);
    const sizes = scripts.map(({ bytes }) => bytes / 1000);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    return [
      { name: `scripts of the first screen (${sizes.length} files)`, value: total, unit: 'kB' },
      { name: 'the largest of them', value: Math.max(...sizes), unit: 'kB' },
    ];
  } finally {
    await browser.close();
    await radif.close();
  }
}
