import fc from 'fast-check';
import { Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { keeper, type UnsentSteps } from '../../../client/timeline/keeper.ts';
import type { UnsentChange } from '../../../client/timeline/unsent.ts';
import { outboxInMemory } from './tab.ts';

const newStep = (at: number): Step => new ReplaceStep(at, at, Slice.empty);

/** A keeper of steps that a test sets, and what it tells the outbox. */
function setUp() {
  const outbox = outboxInMemory();
  const told: UnsentChange[] = [];
  const ahead: UnsentChange[] = [];
  let pending: UnsentSteps = { client: 'c', document: 'd', base: 0, mark: null, schema: 1, steps: [] };
  let fails = false;
  let isBlocked = false;
  const waiting: (() => void)[] = [];
  const watched = {
    ...outbox,
    ahead: (change: UnsentChange) => ahead.push(change) > 0 && !isBlocked,
    async keep(change: UnsentChange) {
      if (fails) throw new Error('The device is full');
      told.push(change);
      await outbox.keep(change);
    },
  };
  /** The frame comes that the keeper has waited for. */
  const frame = () => {
    for (const work of waiting.splice(0)) work();
  };
  const change = (base: number, steps: readonly Step[]) => {
    pending = { ...pending, base, steps };
    keeping.changed();
  };
  const keeping = keeper(
    watched,
    () => pending,
    () => 0,
    () => undefined,
    (work) => ({ ask: () => void waiting.push(work), now: frame }),
  );
  return {
    outbox,
    told,
    ahead,
    kept: () => keeping.kept(),
    set(base: number, steps: readonly Step[]) {
      change(base, steps);
      return keeping.written();
    },
    change,
    frame,
    block() {
      isBlocked = true;
    },
    fail(on: boolean) {
      fails = on;
    },
  };
}

describe('the keeper of unsent steps', () => {
  it('writes one change at a time, however many wait', async () => {
    const { set, told, ahead } = setUp();
    const steps = Array.from({ length: 1000 }, (_, at) => newStep(at));
    await set(0, [...steps]);
    for (let more = 0; more < 10; more++) {
      steps.push(newStep(more));
      await set(0, [...steps]);
    }
    const lengths = [1000, ...Array(10).fill(1)];
    expect(told.map((change) => change.steps.length)).toEqual(lengths);
    expect(ahead.map((change) => change.steps.length)).toEqual(lengths);
  });

  it('writes ahead with the key, and to the outbox once the letter is seen', async () => {
    const { change, frame, told, ahead } = setUp();
    change(0, [newStep(0)]);
    change(0, [newStep(0), newStep(1)]);
    expect([ahead.length, told.length]).toEqual([2, 0]);
    frame();
    expect(told.map(({ steps }) => steps.length)).toEqual([2]);
  });

  it('waits for no frame where nothing can be written ahead', () => {
    const { change, block, told } = setUp();
    block();
    change(0, [newStep(0)]);
    expect(told).toHaveLength(1);
  });

  it('writes down that nothing is unsent any more, though the outbox has not heard of the change before', async () => {
    const { set, change, frame, told, ahead } = setUp();
    await set(5, []);
    change(5, [newStep(0)]);
    change(5, []);
    frame();
    expect(ahead.at(-1)?.steps).toEqual([]);
    expect(told.at(-1)?.steps).toEqual([]);
  });

  it('writes nothing of what the outbox holds already', async () => {
    const { set, told } = setUp();
    const steps = [newStep(0)];
    await set(3, steps);
    await set(3, steps);
    expect(told).toHaveLength(1);
  });

  it('writes everything again after a write that failed', async () => {
    const { set, outbox, kept, fail } = setUp();
    const steps = [newStep(0), newStep(1)];
    await set(0, steps.slice(0, 1));
    fail(true);
    await set(0, [...steps]);
    expect(kept()).toBe(false);
    fail(false);
    await set(0, [...steps, newStep(2)]);
    expect(kept()).toBe(true);
    expect((await outbox.unsent())[0]?.steps).toHaveLength(3);
  });

  it('holds in the outbox what is unsent, whatever is typed, acknowledged and rebased', async () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('typed' as const), count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('acknowledged' as const), count: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ kind: fc.constant('rebased' as const), count: fc.integer({ min: 1, max: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 20 }), async (events) => {
        const { set, outbox } = setUp();
        let [base, steps, made] = [0, [] as readonly Step[], 0];
        for (const { kind, count } of events) {
          if (kind === 'typed') steps = [...steps, ...Array.from({ length: count }, () => newStep(made++))];
          else if (kind === 'acknowledged') {
            base += Math.min(count, steps.length);
            steps = steps.slice(count);
          } else {
            base += count;
            steps = steps.map(() => newStep(made++));
          }
          await set(base, steps);
          const expected = {
            client: 'c',
            document: 'd',
            base,
            mark: null,
            schema: 1,
            steps: steps.map((step) => step.toJSON()),
          };
          expect(await outbox.unsent()).toEqual(steps.length === 0 ? [] : [expected]);
        }
      }),
    );
  });
});
