import { expect } from '@playwright/test';
import { machineServer, says } from '../server/machine/machine-server.ts';
import { expectAccessible } from './accessibility.ts';
import { ask } from './ask.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { importStatements } from './sample.ts';
import { goTo, rendering, saving, segment } from './workbench.ts';

test('a machine is chosen by keyboard, tested, agreed to, and its key is never shown again', async ({
  page,
  radif,
}) => {
  const server = await machineServer(says('The weather is sunny today.'));
  try {
    const { project } = await importStatements(page, 'By machine');
    await page.goto(`${radif.origin}/projects/${project}/memories`);
    const section = page.getByRole('region', { name: 'Machine translation' });
    await tabTo(page, section.getByRole('textbox', { name: 'Address' }));
    await page.keyboard.type('ftp://example.org');
    await tabTo(page, section.getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await expect(section.getByText('Give an https address', { exact: false })).toBeVisible();

    await section.getByRole('textbox', { name: 'Address' }).focus();
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.type(server.address);
    await tabTo(page, section.getByLabel('Key', { exact: true }));
    await page.keyboard.type('secret-7');
    await expect(section.getByText(`is sent to \u2068${server.address}\u2069`)).toBeVisible();
    await tabTo(page, section.getByRole('button', { name: 'Test' }));
    await page.keyboard.press('Enter');
    await expect(section.getByText('The weather is sunny today.')).toBeVisible();
    expect(server.seen[0]?.headers.authorization).toBe('Bearer secret-7');

    // Without agreement it is not switched on.
    const isOn = section.getByRole('checkbox', { name: 'Suggest renderings by this machine' });
    await isOn.focus();
    await page.keyboard.press('Space');
    await tabTo(page, section.getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await expect(section.getByText('Nobody has agreed', { exact: false })).toBeVisible();
    await section.getByRole('checkbox', { name: 'I agree for the project' }).focus();
    await page.keyboard.press('Space');
    await tabTo(page, section.getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await expect(section.getByText('Agreed on', { exact: false })).toBeVisible();
    await expectAccessible(page, 'the machine of a project');

    await page.reload();
    await expect(isOn).toBeChecked();
    await expect(section.getByText('a key is stored, and is shown to nobody')).toBeVisible();
    await expect(section.getByLabel('Key', { exact: true })).toHaveValue('');
    expect(await page.content()).not.toContain('secret-7');
  } finally {
    await server.close();
  }
});

test('a suggestion is taken by keyboard, its machine is killed, and one types on', async ({ page, radif }) => {
  const server = await machineServer(says('Said by a machine.'));
  try {
    const { project, document } = await importStatements(page, 'Suggested');
    await page.evaluate(
      async ([project, address]) => {
        const choice = { project, kind: 'chat', address, model: 'tiny', isOn: true, isAgreed: true };
        const headers = { 'content-type': 'application/json' };
        await fetch('/trpc/machine.choose', { method: 'POST', headers, body: JSON.stringify(choice) });
      },
      [project, server.address] as const,
    );
    await page.goto(`${radif.origin}/documents/${document}`);
    await goTo(page, 1);
    await page.keyboard.press('Alt+KeyU');
    const panel = page.getByRole('tabpanel', { name: /^Matches/ });
    await expect(panel.getByText('Said by a machine.')).toBeVisible();
    await expect(panel.getByText('suggested by a machine')).toBeVisible();
    await expect(panel.getByText('tiny')).toBeVisible();
    await expectAccessible(page, 'the panel with a suggestion');
    await page.keyboard.press('Control+Digit1');
    await expect(rendering(page, 1)).toHaveText('Said by a machine.');
    await page.keyboard.press('Control+KeyZ');
    await expect(rendering(page, 1)).toHaveText('');
    await page.keyboard.press('Control+Digit1');
    await expect(rendering(page, 1)).toHaveText('Said by a machine.');
    // Those of the next rows were asked for ahead.
    await expect.poll(() => server.seen.length).toBe(4);

    await server.close();
    await goTo(page, 9);
    await expect(panel.getByText('The machine cannot be reached.')).toBeVisible();
    await page.keyboard.type('By hand.');
    await expect(rendering(page, 9)).toHaveText('By hand.');
    await page.keyboard.press('Control+Digit1');
    await expect(page.getByText('There is no match number 1 here.')).toBeVisible();
    await expect(rendering(page, 9)).toHaveText('By hand.');
    // Where it is from stands with the row, and is exported.
    await expect(saving(page)).toContainText('Saved');
    const exported = await page.request.get(`${radif.origin}/export?document=${document}&format=jsonl&states=all`);
    expect(await exported.text()).toMatch(/"en":"Said by a machine\."[^\n]*"origin":"machine"/);
  } finally {
    await server.close();
  }
});

for (const [language, words] of [
  [
    'en',
    {
      tick: /goes to the machine/,
      sent: /is sent to/,
      count: 'Count what would be filled',
      fill: 'Fill',
      undo: 'Undo',
    },
  ],
  [
    'fa',
    { tick: /به ماشین .* برود/, sent: /فرستاده می‌شود/, count: 'بشمار چه پر می‌شود', fill: 'پر کن', undo: 'پس گرفتن' },
  ],
] as const) {
  test(`what no memory covers is filled by the machine once it is ticked, by keyboard (${language})`, async ({
    page,
    radif,
  }) => {
    const server = await machineServer(says('Said by a machine.'));
    try {
      const { project, document } = await importStatements(page, 'To fill');
      const choice = { project, kind: 'chat', address: server.address, model: 'small' };
      await ask(page, 'machine.choose', { ...choice, isOn: true, isAgreed: true });
      const preferences = JSON.stringify({ language });
      await page.evaluate((said) => localStorage.setItem('radif.preferences', said), preferences);
      await page.goto(`${radif.origin}/projects/${project}/memories`);
      const tick = page.getByRole('checkbox', { name: words.tick });
      await tabTo(page, tick);
      await expect(page.getByText(words.sent).filter({ hasText: server.address }).first()).toBeVisible();
      await page.keyboard.press('Space');
      await tabTo(page, page.getByRole('button', { name: words.count }).last());
      await page.keyboard.press('Enter');
      const byMachine = page.getByRole('row').filter({ hasText: language === 'en' ? /^by machine/ : /^با ماشین/ });
      await expect(byMachine.getByRole('cell').first()).not.toHaveText(/^[0۰]$/);
      expect(server.seen).toEqual([]);
      await expectAccessible(page, 'what would be filled');
      await page.getByRole('button', { name: words.fill, exact: true }).focus();
      await page.keyboard.press('Enter');
      const undo = page.getByRole('button', { name: words.undo });
      await expect(undo).toBeVisible();
      expect(server.seen.length).toBeGreaterThan(0);
      if (language === 'en') {
        await page.goto(`${radif.origin}/documents/${document}`);
        await expect(rendering(page, 1)).toHaveText('Said by a machine.');
        await expect(segment(page, 1)).toHaveAccessibleName(/suggested/i);
      }
    } finally {
      await server.close();
    }
  });
}
