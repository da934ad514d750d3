import { expect, it } from 'vitest';
import { formatFacts } from '../../../shared/formats/facts/facts.ts';
import { radif } from './in-process.ts';

it('lists every format by its names, and tells what one of them demands and cannot hold', async () => {
  const { code, lines } = await radif(['formats']);
  expect(code).toBe(0);
  expect(lines).toHaveLength(formatFacts.length);
  expect(lines.find((line) => line.startsWith('  moses '))).toMatch(/out in {2}\.fa \.en/);
  const told = await radif(['formats', 'conll-iobes']);
  expect(told.code).toBe(0);
  const text = told.lines.join('\n');
  const fact = formatFacts.find(({ names }) => names.some((name) => name === 'conll-iobes'));
  for (const said of [fact?.demands, fact?.encoding, fact?.escapes, fact?.ids, fact?.language]) {
    expect(text).toContain(said?.en);
  }
  expect(text).toMatch(/not held +the other side;/);
  expect(await radif(['formats', 'docx-english'])).toMatchObject({ code: 0 });
});

it('names the formats that there are where one is asked for that is none', async () => {
  const { code, stderr } = await radif(['formats', 'word']);
  expect(code).toBe(2);
  expect(stderr.join('\n')).toMatch(/There is no format "word"\. Expected one of tmx, .*tbx/);
});

it.each(['import', 'export', 'convert'])('is named by the help of %s', async (name) => {
  expect((await radif([name, '--help'])).lines.join('\n')).toContain('"radif formats NAME"');
});
