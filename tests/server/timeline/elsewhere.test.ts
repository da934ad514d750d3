import { beforeEach, describe, expect, it } from 'vitest';
import { noHeralds } from '../../../server/db/heralds.ts';
import { elsewhere } from '../../../server/timeline/elsewhere.ts';
import type { Companion } from '../../../shared/wire/presence.ts';

const mina: Companion = { client: 'mina', name: 'Mina', caret: { segment: 's-1', offset: 2 } };
const omid: Companion = { client: 'omid', name: 'Omid', caret: null };

describe('people elsewhere', () => {
  let heeded: (process: string, note: unknown) => void;
  let noted: Map<string, unknown>;
  let rung: string[];
  const open = () =>
    elsewhere(
      { ...noHeralds, note: (key, note) => noted.set(key, note), heed: (heard) => (heeded = heard) },
      {
        people: (document) => (document === 'd' ? [omid] : undefined),
        documents: () => ['d'],
        ring: (document) => rung.push(document),
      },
    );

  beforeEach(() => {
    noted = new Map();
    rung = [];
  });

  it('are there as long as their process says so, and rung for only where something has changed', () => {
    const others = open();
    heeded('b', { document: 'd', here: mina });
    heeded('b', { document: 'd', here: mina });
    expect(others.people('d')).toEqual([mina]);
    expect(rung).toEqual(['d']);
    for (let tick = 0; tick < 3; tick++) others.tick();
    heeded('b', { document: 'd', here: mina });
    for (let tick = 0; tick < 3; tick++) others.tick();
    expect(others.people('d')).toEqual([mina]);
    others.tick();
    expect(others.people('d')).toEqual([]);
    expect(rung).toEqual(['d', 'd']);
  });

  it('are not gone by the word of a process that they have left for another', () => {
    const others = open();
    heeded('b', { document: 'd', here: mina });
    heeded('c', { document: 'd', here: mina });
    heeded('b', { document: 'd', gone: 'mina' });
    expect(others.people('d')).toEqual([mina]);
    heeded('c', { document: 'd', gone: 'mina' });
    expect(others.people('d')).toEqual([]);
  });

  it('who ask are told who is here, and hear it again with every tick', () => {
    const others = open();
    heeded('b', { document: 'd', asked: true });
    expect([...noted.values()]).toEqual([{ document: 'd', here: omid }]);
    noted.clear();
    others.tick();
    expect([...noted.values()]).toEqual([{ document: 'd', here: omid }]);
  });

  it.each([null, 'x', { document: 'd' }, { document: 'd', here: { client: 1 } }, { document: 'other', here: mina }])(
    'are not known from %j',
    (note) => {
      const others = open();
      heeded('b', note);
      expect([others.people('d'), others.people('other'), rung]).toEqual([[], [], []]);
    },
  );
});
