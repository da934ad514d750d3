import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Radif } from '../e2e/server.ts';
import { type Figure, median, times } from './figure.ts';

/** From the command to the printed link, on a new folder and on a full one, beside the start of Node alone. */
export async function measure(): Promise<readonly Figure[]> {
  const node = median(await times(() => execFileSync(process.execPath, ['-e', '0']), 5));
  const first: number[] = [];
  const again: number[] = [];
  let idle = 0;
  for (let round = 0; round < 5; round++) {
    const radif = new Radif();
    first.push(...(await times(() => radif.start(), 1)));
    await radif.kill();
    again.push(...(await times(() => radif.start(), 1)));
    if (round === 0) {
      await sleep(5000);
      idle = residentMegabytes(radif.pid);
    }
    await radif.close();
  }
  return [
    { name: 'start of Node alone', value: node, unit: 'ms' },
    {
      name: 'start on a new folder, sample brought in',
      value: median(first),
      unit: 'ms',
      of: 'start of Node alone',
    },
    { name: 'start on a full folder', value: median(again), unit: 'ms', of: 'start of Node alone' },
    { name: 'memory when idle', value: idle, unit: 'MB' },
  ];
}

function residentMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
