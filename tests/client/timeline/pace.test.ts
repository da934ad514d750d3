import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pace } from '../../../client/timeline/pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** How long it is until the next try. */
function untilSent(after: (tab: ReturnType<typeof pace>) => void): number {
  let sentAt = -1;
  const tab = pace(
    () => {
      sentAt = Date.now();
    },
    () => Date.now(),
  );
  after(tab);
  const began = Date.now();
  tab.again();
  vi.runAllTimers();
  return sentAt - began;
}

it('tries again at once after others came first, and more and more rarely where that goes on', () => {
  const pauses = [0, 1, 2, 3, 6, 60].map((times) =>
    untilSent((tab) => {
      for (let time = 0; time < times; time++) tab.late();
    }),
  );
  expect(pauses).toEqual([0, 0, 50, 100, 800, 800]);
});

it('forgets that once a push was taken, and waits longer after a failure', () => {
  const lateThen = (then: (tab: ReturnType<typeof pace>) => void) =>
    untilSent((tab) => {
      for (let time = 0; time < 4; time++) tab.late();
      then(tab);
    });
  expect(lateThen((tab) => tab.worked())).toBe(0);
  expect(lateThen((tab) => tab.failed(true))).toBe(1000);
});

it('tries rarely what passes only once somebody has done something', () => {
  expect(untilSent((tab) => tab.failed(false))).toBe(10_000);
});
