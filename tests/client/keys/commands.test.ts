import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandIds } from '../../../client/keys/commands.ts';
import { insertCommands } from '../../../client/panels/entities/use.ts';

/** The client without the table of commands and without their names. */
const client = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/u.test(file) && !file.startsWith('locales/') && file !== 'keys/commands.ts')
  .map((file) => readFileSync(`client/${file}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, ''))
  .join('\n');

/** Commands that the client says what to do on: `'segment.split': …`, or many at once by `match.take${digit}` or a list. */
const handled = new Set<string | undefined>([
  ...[...client.matchAll(/'([a-z]+\.\w+)':/gu)].map(([, id]) => id),
  ...insertCommands,
]);
const begun = [...client.matchAll(/`([a-z]+\.\w+\.?)\$\{/gu)].flatMap(([, beginning]) => beginning ?? []);

describe('a command of the table', () => {
  it.each(commandIds)('%s is handled somewhere', (id) => {
    const isOneOfMany = begun.some((beginning) => id.startsWith(beginning) && id !== beginning);
    expect(handled.has(id) || isOneOfMany).toBe(true);
  });

  it('would be missed, were it handled nowhere', () => {
    expect([...handled, ...begun]).not.toContain('segment.fly');
    expect(handled.size).toBeGreaterThan(50);
  });
});
