import { undoAct } from '../../../server/commands/job/undo.ts';
import { openContext } from '../../../server/context.ts';
import type { Place } from '../engines.ts';
import { type Deed, doDeed } from './doing.ts';
import type { Scene } from './scene.ts';

/*
 * The program that `killing.ts` starts and kills: a server that does one act over many documents, or takes one back. It says a
 * line before each transaction.
 */
interface Order {
  readonly place: Place;
  readonly scene: Scene;
  readonly deed: Deed;
  /** The job to take back instead. */
  readonly undo: string | null;
}
const { place, scene, deed, undo } = JSON.parse(process.argv[2] ?? '') as Order;
const ctx = await openContext(place);
const say = (word: string) => new Promise<void>((said) => process.stdout.write(`${word}\n`, () => said()));
const { store } = ctx;
const told = {
  ...ctx,
  store: {
    ...store,
    async transaction<T>(work: Parameters<typeof store.transaction<T>>[0]) {
      await say('transaction');
      return store.transaction(work);
    },
  },
};
if (undo === null) await doDeed(told, deed, scene);
else await undoAct(told, { id: undo });
process.exit(0);
