import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { files } from './in-process.ts';
import { radif } from './program.ts';

const tmx = `<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>Hello.</seg></tuv><tuv xml:lang="fa_IR"><seg>سلام.</seg></tuv></tu>
</body></tmx>`;
const names = `${JSON.stringify({ fa: 'تهران', en: 'Tehran', mentions: [{ id: '1', label: 'City', fa: { from: 0, to: 5 } }] })}\n`;

it('brings corpora in by what their content shows or is told, all or none, with their problems as lines', async () => {
  const env = { RADIF_DATA: join(await temporaryFolder(), 'data') };
  const path = await files({
    'a.tmx': tmx,
    'b.jsonl': names,
    'odd.txt': 'سلام.\tHello.\n',
    'bad.jsonl': '{"fa":1}\n[]\n',
  });

  const both = await radif(['import', path('a.tmx'), path('b.jsonl'), '--labels', 'City=GPE'], env);
  expect(both).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(both.stdout)).toMatchObject({
    documents: [
      { title: 'a', segments: 1, project: { name: 'Imported' } },
      { title: 'b', segments: 1 },
    ],
    counts: { both: 2, sourceOnly: 0, targetOnly: 0 },
  });
  const [, { id }] = JSON.parse(both.stdout).documents;
  const out = await radif(['export', '--document', id, '--format', 'jsonl', '--out', '-'], env);
  expect(JSON.parse(out.stdout)).toMatchObject({ mentions: [{ label: 'GPE' }] });

  const told = await radif(['import', path('odd.txt'), '--from', 'tsv'], env);
  expect(JSON.parse(told.stdout)).toMatchObject({ counts: { both: 1 } });

  const refused = await radif(['import', path('a.tmx'), path('bad.jsonl'), '--project', 'Other'], env);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(/^bad\.jsonl:1:1: json\.field: The field "fa" should be a text\.$/),
    expect.stringMatching(/^bad\.jsonl:2:1: json\.object: /),
  ]);
  const list = JSON.parse((await radif(['list'], env)).stdout) as { projects: { name: string; documents: object[] }[] };
  expect(list.projects.find(({ name }) => name === 'Other')?.documents).toEqual([]);
  expect((await radif(['import', path('a.tmx'), '--from', 'nothing'], env)).code).toBe(2);
});
