import { setTimeout as wait } from 'node:timers/promises';
import {
  destinationOf,
  type MachineTrouble,
  type NamedSuggestion,
  nameOfMachine,
} from '../../../shared/core/machine.ts';
import type { Context } from '../../context.ts';
import type { StoredSegment } from '../../db/segment.ts';
import { projectMachine } from '../machine/choice.ts';
import { suggestRendering } from '../machine/suggest.ts';
import { type Filling, mayBeFilled, type Unanswered } from './fill.ts';

/** Who asks, for which document, and where texts may be sent to. */
export interface MachineFilling {
  readonly ctx: Context;
  readonly project: string;
  readonly document: string;
  readonly to: string;
  readonly signal: AbortSignal;
  readonly progress: (share: number) => void;
}

/** As many as a machine answers at a time. */
const AT_ONCE = 2;
/** How often an answer is looked for, in milliseconds. */
const LOOK = 50;
/** How often a machine that failed is asked for the same text again, and the longest wait before that, in milliseconds. */
const RETRIES = 2;
const LONGEST = 60_000;

/** What the machine of a project says for the empty rows that the memories do not cover. Where it fails again and again, is switched off
 *  or is another one by now, it is asked no more, and what it has said stands. */
export async function machineFillings(
  filling: MachineFilling,
  all: readonly StoredSegment[],
  covered: readonly Filling[],
): Promise<Unanswered & { readonly rows: readonly Filling[] }> {
  const english = new Map([
    ...all.map(({ id, rendering }) => [id, rendering] as const),
    ...covered.map(({ segment, text }) => [segment, text] as const),
  ]);
  const open = all.flatMap((row, at) => {
    const isOpen = row.left_out !== 1 && english.get(row.id) === '' && mayBeFilled({ ...row, text: '' });
    return isOpen ? [{ row, before: all[at - 1], after: all[at + 1] }] : [];
  });
  const pair = (row: StoredSegment | undefined) => (row ? { fa: row.source, en: english.get(row.id) ?? '' } : null);
  const rows: Filling[] = [];
  let [next, trouble]: [number, MachineTrouble['rule'] | null] = [0, null];
  let isOver = false;
  const work = async () => {
    while (!isOver) {
      const one = open[next++];
      if (one === undefined) return;
      const { id: segment, source } = one.row;
      const { project, document } = filling;
      const from = await machineNow(filling);
      const wanted = { project, document, segment, text: source, before: pair(one.before), after: pair(one.after) };
      const said = from === null ? null : await answerOf(filling, wanted);
      if (said?.state === 'done' && from !== null) {
        english.set(segment, said.english);
        rows.push({
          segment,
          source,
          text: said.english,
          names: said.names,
          from: { score: null, from },
          isByMachine: true,
        });
      } else if (said?.state === 'trouble') {
        trouble = said.trouble.rule;
        isOver = said.trouble.until !== null || trouble === 'keyLost';
      } else isOver = true;
      filling.progress(next / open.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { rows, unanswered: open.length - rows.length, trouble };
}

/** What the machine is called as long as it is the one to which texts may go; `null` once it is not. */
async function machineNow({ ctx, project, to }: MachineFilling): Promise<string | null> {
  const machine = await projectMachine(ctx, { project });
  return machine.isOn && destinationOf(machine) === to ? nameOfMachine(machine) : null;
}

async function answerOf(
  { ctx, signal }: MachineFilling,
  wanted: Parameters<typeof suggestRendering>[1],
): Promise<NamedSuggestion> {
  for (let failures = 0; ; ) {
    signal.throwIfAborted();
    const said = await suggestRendering(ctx, wanted);
    if (said.state === 'done' || said.state === 'off') return said;
    let rest = LOOK;
    if (said.state === 'trouble') {
      const { until } = said.trouble;
      rest = (until ?? Number.POSITIVE_INFINITY) - ctx.now();
      if (failures === RETRIES || rest > LONGEST) return said;
      failures += 1;
    }
    await wait(Math.max(LOOK, rest), undefined, { signal });
  }
}
