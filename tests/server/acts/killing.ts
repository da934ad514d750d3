import { setTimeout as pause } from 'node:timers/promises';
import { type Context, closeContext, openContext } from '../../../server/context.ts';
import type { Place } from '../engines.ts';
import { startProgram } from '../process/program.ts';
import { type Deed, deeds, doDeed, workOff } from './doing.ts';
import { newScene, toldOf } from './scene.ts';

const SIZE = 6;

/** Where an act was cut, and what another server made of it. */
export interface Killed {
  readonly deed: Deed;
  readonly isUndo: boolean;
  readonly became: 'whole' | 'undone' | 'half';
  readonly told: string;
}

/** Kills servers that do acts over many documents, or take them back, at random places, and lets another one go on. */
export async function killing(ctx: Context, place: Place, random: () => number) {
  const wholes = new Map<Deed, { readonly before: string; readonly after: string }>();
  for (const deed of deeds) {
    const scene = await newScene(ctx, SIZE);
    const before = await toldOf(ctx, scene);
    await doDeed(ctx, deed, scene);
    wholes.set(deed, { before, after: await toldOf(ctx, scene) });
  }

  return async (round: number): Promise<Killed> => {
    const deed = deeds[round % deeds.length] ?? 'merge';
    // Twice as many rounds as deeds take each of them, and each of them back.
    const isUndo = ((round % deeds.length) + Math.floor(round / deeds.length)) % 2 === 1;
    const scene = await newScene(ctx, SIZE);
    const undo = isUndo ? await doDeed(ctx, deed, scene) : null;
    const program = await startProgram('tests/server/acts/acting.ts', { place, scene, deed, undo });
    // An act begins with its first document; a pre-translation is written down and claimed before.
    await program.until(1 + Math.floor(random() * (SIZE + 3)));
    await pause(random() * 6);
    await program.kill();
    await goOn(place);
    const told = await toldOf(ctx, scene);
    const { before, after } = wholes.get(deed) ?? { before: '', after: '' };
    const state = told === after ? 'after' : told === before ? 'before' : 'half';
    const became = state === 'half' ? 'half' : (state === 'after') === isUndo ? 'undone' : 'whole';
    return { deed, isUndo, became, told };
  };
}

/** Another server, whose clock is far enough ahead to hold the dead one for dead, does what is to be done. */
async function goOn(place: Place): Promise<void> {
  const ctx = await openContext({ ...place, now: () => Date.now() + 60_000 });
  try {
    await workOff(ctx);
  } finally {
    await closeContext(ctx);
  }
}
