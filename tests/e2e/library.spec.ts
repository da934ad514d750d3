import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test, testAlone } from './fixtures.ts';
import { tabTo } from './keyboard.ts';

/** «سلام دنيا.» as Windows-1256 has it, with the Arabic yeh, which must stay. */
const windows1256 = Buffer.from([0xd3, 0xe1, 0xc7, 0xe3, 0x20, 0xcf, 0xe4, 0xed, 0xc7, 0x2e]);

const text = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

async function chooseFiles(page: Page, ...files: ReturnType<typeof text>[]): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
}

const documentLink = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test('files come in, and one that cannot says in its place what is wrong and what to do', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await chooseFiles(
    page,
    text('first.txt', 'سلام دنیا. امروز هوا خوب است.'),
    text('old.txt', windows1256),
    text('empty.txt', ''),
    text('broken.docx', 'no zip'),
  );
  await expect(documentLink(page, 'first')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '2 segments' })).toBeVisible();

  const refused = (name: string) => page.getByRole('alert').filter({ hasText: name });
  await expect(refused('old.txt')).toContainText('Byte 0 of the file (0xD3) is not UTF-8');
  await expect(refused('empty.txt')).toContainText('0 bytes');
  await expect(refused('broken.docx')).toContainText('no Word document');
  await expectAccessible(page, 'refused files');

  await refused('old.txt').getByRole('button', { name: 'Read as Windows-1256' }).click();
  await expect(documentLink(page, 'old')).toBeFocused();
  await refused('empty.txt').getByRole('button', { name: 'Dismiss' }).click();
  await refused('broken.docx').getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);

  await documentLink(page, 'old').click();
  await expect(page.getByText('سلام دنيا.')).toBeVisible();
});

test('several texts that come in are all named, and bytes that are no text are offered in no encoding', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  const noise = Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 167 + ((at * at) >> 3)) % 256));
  await chooseFiles(
    page,
    text('first.txt', 'سلام دنیا. امروز هوا خوب است.'),
    text('noise.txt', noise),
    text('second.txt', 'فردا برف می‌آید.'),
    text('third.txt', 'پس‌فردا نه.'),
  );
  const status = page.getByRole('status').filter({ hasText: 'Here:' });
  await expect(status).toContainText('4 segments');
  for (const name of ['first', 'second', 'third']) await expect(status).toContainText(name);
  const refused = page.getByRole('alert').filter({ hasText: 'noise.txt' });
  await expect(refused).toContainText('looks like no text in another encoding');
  await expect(refused.getByRole('button')).toHaveText(['Dismiss']);
});

test('a file dropped on a project goes into it', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await page.getByRole('button', { name: 'New project' }).click();
  await page.keyboard.type('Second');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');

  const second = page.getByRole('region', { name: 'Second' });
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['متن افتاده.'], 'dropped.txt', { type: 'text/plain' }));
    return transfer;
  });
  await second.dispatchEvent('dragover', { dataTransfer: dropped });
  await second.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(second.getByRole('link', { name: 'dropped' })).toBeFocused();
});

test('a text pasted anywhere opens the form with it, and what is wrong is said under it', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '?!');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  const field = page.getByRole('textbox', { name: 'Persian text' });
  await expect(field).toHaveValue('?!');
  await page.getByRole('button', { name: 'Import the text' }).click();
  await expect(page.getByText('no letter and no number')).toBeVisible();

  await field.fill('می‌خواهیم برویم.');
  await page.getByRole('button', { name: 'Import the text' }).click();
  await expect(documentLink(page, 'می‌خواهیم برویم.')).toBeFocused();
});

test('a paste that a field has no room for is cut, and a message says so', async ({ page, context, radif }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(radif.origin);
  await page.getByRole('button', { name: 'New project' }).click();
  const name = page.getByRole('textbox', { name: 'Name' });
  const limit = Number(await name.getAttribute('maxlength'));
  const message = page.getByText(`This field holds ${limit} characters`);
  const paste = async (length: number) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'x'.repeat(length));
    await name.press('ControlOrMeta+v');
  };
  await name.fill('some');
  await paste(limit - 4);
  await expect(name).toHaveValue(`some${'x'.repeat(limit - 4)}`);
  await name.press('ControlOrMeta+a');
  await paste(limit);
  await expect(name).toHaveValue('x'.repeat(limit));
  await expect(message).toHaveCount(0);
  await paste(1);
  await expect(message).toBeVisible();
});

testAlone(
  'documents are found by title in any spelling, renamed in place, put away and taken back',
  async ({ page, radif }) => {
    await page.goto(radif.origin);
    await tabTo(page, documentLink(page, 'Statements'));
    await page.keyboard.press('F2');
    await page.keyboard.type('بیانیه‌های ۱۴۰۱');
    await page.keyboard.press('Enter');
    const renamed = documentLink(page, 'بیانیه‌های ۱۴۰۱');
    await expect(renamed).toBeFocused();

    const search = page.getByRole('searchbox');
    await search.fill('بيانيه هاي 1401');
    await expect(page.getByRole('listitem')).toHaveCount(1);
    await search.fill('nothing like it');
    await expect(page.getByText('Nothing is called')).toBeVisible();
    await search.fill('');

    const archive = async () => {
      await page.getByRole('button', { name: /^Actions for .*۱۴۰۱/ }).click();
      await page.getByRole('menuitem', { name: 'Archive' }).click();
      await expect(renamed).toBeHidden();
    };
    await archive();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(renamed).toBeVisible();

    await archive();
    await page.getByRole('link', { name: 'Archive' }).click();
    await expectAccessible(page, 'the archive');
    await page.getByRole('button', { name: /^Bring back: .*۱۴۰۱/ }).click();
    await expect(page.getByText('The archive is empty')).toBeVisible();
    await page.getByRole('link', { name: 'Back to the library' }).click();
    await expect(renamed).toBeVisible();
  },
);

test('a key can be changed, a conflict is refused in words, and the new one works under a Persian layout', async ({
  page,
  radif,
}) => {
  await page.goto(`${radif.origin}/settings`);
  await page.getByRole('button', { name: 'Change the key of “Import a text”' }).click();
  await page.keyboard.press('Control+KeyS');
  await expect(page.getByRole('alert')).toContainText('Ctrl S already belongs to “Save a named version”.');
  await page.keyboard.press('Control+KeyT');
  await expect(page.getByRole('alert')).toContainText('Ctrl T belongs to the browser');
  await page.keyboard.press('Alt+KeyQ');
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  await page.evaluate(() => {
    const init = { code: 'KeyQ', key: 'ض', altKey: true, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', init));
  });
  await expect(page.getByRole('textbox', { name: 'Persian text' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+KeyA');
  await expect(page.getByRole('textbox', { name: 'Persian text' })).toHaveCount(0);
});

test('the palette does what a key does and goes to documents, and gives the focus back', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await tabTo(page, documentLink(page, 'Statements'));
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(documentLink(page, 'Statements')).toBeFocused();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page, 'the overlay of keys');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('translated');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^Statements, translated/);
});

test('the language, the sides and the size are kept', async ({ page, radif }) => {
  await page.goto(`${radif.origin}/settings`);
  await page.getByText('English left, Persian right').click();
  await page.getByText('Larger').click();
  await page.getByRole('button', { name: 'فارسی' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'تنظیمات' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('data-sides', 'persian-right');
  await expect(page.locator('html')).toHaveAttribute('data-text-size', 'larger');

  await page.goto(radif.origin);
  await expect(page.getByText(/۲۳ از ۲۳/)).toBeVisible();
  await expect(page.getByText(/^[۰-۹]{1,2} (?:\p{L}|\u200c)+ ۱۴[۰-۹]{2}$/u).first()).toBeVisible();
});

test('the menu of a document opens, exports, shows the versions, duplicates and moves', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await page.getByRole('button', { name: 'New project' }).click();
  await page.keyboard.type('Second');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Persian text' })).toBeFocused();
  await page.keyboard.press('Escape');
  const choose = async (title: string, item: string) => {
    await page
      .getByRole('listitem')
      .getByRole('button', { name: `Actions for “\u2068${title}\u2069”` })
      .focus();
    await page.keyboard.press('Enter');
    const wanted = page.getByRole('menuitem', { name: item });
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    for (let press = 0; press < 8; press++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  };

  await choose('Statements', 'Duplicate');
  const copy = documentLink(page, 'Copy of Statements');
  await expect(copy).toBeFocused();
  await choose('Copy of Statements', 'Move to a project');
  await expect(page.getByRole('combobox', { name: 'Project' })).toBeFocused();
  await expectAccessible(page, 'moving a document');
  await page.keyboard.type('Sec');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Second' }).getByRole('link', { name: 'Copy of' })).toBeVisible();

  await choose('Copy of Statements', 'Export');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'All documents of “Second”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose('Copy of Statements', 'Open');
  await expect(page).toHaveTitle(/^Copy of Statements/);
  await page.goBack();
  await choose('Copy of Statements', 'Versions');
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('Control+KeyS');
  await page.keyboard.type('Frist');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'What to do with “\u2068Frist\u2069”' }).click();
  await page.getByRole('menuitem', { name: 'Rename the version Frist' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the version' })).toBeFocused();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type('First');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel').getByRole('link', { name: 'First', exact: true })).toBeVisible();
});

test('where no other project is, a document moves to a new one that is named there', async ({ page, radif }) => {
  await page.goto(radif.origin);
  const choose = async () => {
    await page.getByRole('listitem').getByRole('button', { name: 'Actions for “\u2068Statements\u2069”' }).click();
    await page.getByRole('menuitem', { name: 'Move to a project' }).click();
  };
  await choose();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('There is no other project yet.');
  await expect(dialog.getByRole('textbox', { name: 'Name of the project' })).toBeFocused();
  await expectAccessible(page, 'moving a document to a new project');
  // A field for a name in either language goes by its letters; this one has them from right to left.
  const name = dialog.getByRole('textbox', { name: 'Name of the project' });
  await name.fill('سخنرانی‌ها');
  await expect(name).toHaveCSS('unicode-bidi', 'plaintext');
  await name.fill('');
  await page.keyboard.type('Speeches');
  await page.keyboard.press('Enter');
  const moved = page.getByRole('region', { name: 'Speeches' }).getByRole('link', { name: 'Statements', exact: true });
  await expect(moved).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(moved).toHaveCount(0);

  await choose();
  await dialog.getByRole('combobox', { name: 'Project' }).selectOption('New project');
  await dialog.getByRole('textbox', { name: 'Name of the project' }).fill('speeches');
  await expect(dialog).toContainText('Another project has this name already.');
});

test('an archived document is deleted for good after its name is typed, and not before', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await page.getByRole('listitem').getByRole('button', { name: 'Actions for “\u2068Statements\u2069”' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('link', { name: 'Archive' }).click();
  await page.getByRole('button', { name: 'Delete for good: Statements', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await expectAccessible(page, 'deleting for good');
  await page.keyboard.type('Statement');
  await expect(dialog.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
  await page.keyboard.type('s');
  await page.keyboard.press('Enter');
  await expect(page.getByText('is deleted.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete for good: Statements', exact: true })).toHaveCount(0);
});
