import type { Context } from '../../../server/context.ts';
import { insertJob } from '../../../server/db/job.ts';
import type { JobKind } from '../../../server/jobs/kind.ts';

/** Each part leaves one row, which cannot be there twice; taken back, it goes. `stop` is the number of a part that finds
 *  a problem. `reached` hears of each part before it is written. */
export function counting(reached: (part: number) => void | Promise<void> = () => {}): JobKind {
  const name = (job: string, part: number) => `${job} ${part}`;
  return {
    async part(_ctx, { job, number, partInput, input }) {
      await reached(number);
      const { stop } = input as { readonly stop?: number };
      if (number === stop) return { ok: false, problems: [{ rule: 'stop', message: 'It was to stop here.' }] };
      return {
        ok: true,
        value: async (trx) => {
          const row = { name: name(job, number), value: String(partInput) };
          await trx.insertInto('setting').values(row).execute();
          return { wrote: number };
        },
      };
    },
    takeBack:
      async (_ctx, { job }, outcome) =>
      async (trx) => {
        const { wrote } = outcome as { readonly wrote: number };
        const { numDeletedRows } = await trx
          .deleteFrom('setting')
          .where('name', '=', name(job, wrote))
          .executeTakeFirst();
        if (numDeletedRows !== 1n) throw new Error('It was taken back twice');
      },
  };
}

/** Writes down a job that counts to `parts`. */
export async function countTo(ctx: Context, parts: number, stop?: number): Promise<string> {
  const id = ctx.newId();
  const input = stop === undefined ? {} : { stop };
  const numbers = Array.from({ length: parts }, (_, number) => 10 * number);
  const job = { id, project: null, kind: 'count', input, parts: numbers, person: 'p', at: ctx.now() };
  await ctx.store.transaction((trx) => insertJob(trx, job));
  return id;
}

/** What the parts of a job have left, in order. */
export async function counted({ store }: Context, job: string): Promise<readonly number[]> {
  const rows = await store.db.selectFrom('setting').select('value').where('name', 'like', `${job} %`).execute();
  return rows.map(({ value }) => Number(value)).sort((a, b) => a - b);
}

export const upTo = (parts: number) => Array.from({ length: parts }, (_, number) => 10 * number);
