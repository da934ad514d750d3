import type { Act } from '../act/act.ts';
import { mergeAct, removeAct } from '../entity/leave.ts';
import { renameAct } from '../entity/rename.ts';
import { splitAct } from '../entity/split.ts';
import { linkAct } from '../link/change.ts';
import { preTranslateAct, propagateAct } from '../memory/fill.ts';
import { markAct } from '../mention/mark-repeats.ts';
import { replaceAct } from '../search/replace.ts';

/** Every act over many documents. */
export const acts = [
  mergeAct,
  removeAct,
  splitAct,
  renameAct,
  markAct,
  linkAct,
  propagateAct,
  preTranslateAct,
  replaceAct,
] as unknown as readonly Act[];

/** The act whose jobs are written down as `kind`. */
export function actOf(kind: string): Act | undefined {
  return acts.find((act) => act.kind === kind);
}
