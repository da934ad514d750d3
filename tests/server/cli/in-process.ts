import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '../../../server/cli/run.ts';
import { temporaryFolder } from '../temporary.ts';

/** Runs a command of Radif in this process. */
export async function radif(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const code = await run(args, {
    input: Readable.from([Buffer.from(input)]),
    env,
    write: async (text) => void stdout.push(text),
    tell: (line) => void stderr.push(line),
  });
  const lines = stdout.join('').split('\n').filter(Boolean);
  return { code, lines, stderr };
}

/** Writes files into a folder of their own, and tells the paths of names in it. */
export async function files(contents: Readonly<Record<string, string>>): Promise<(name: string) => string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(contents)) await writeFile(join(folder, name), content);
  return (name) => join(folder, name);
}
