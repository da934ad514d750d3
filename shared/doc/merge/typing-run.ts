import type { Node, Slice } from 'prosemirror-model';
import { type Mappable, ReplaceStep, type Step, type Transform } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';

/** What one person has typed in one go, as positions in the document. */
export type TypingRun = Span;

/**
 * Typing that goes on right behind what the same person has typed: it stays there, whatever others put in at the same place
 * meanwhile. Any other insertion gives way to what was there first, and so two people who begin at one place get a word
 * each; but letter by letter, each giving way to the other, their words would be plaited together.
 * Applies, inverts and travels as the `ReplaceStep` that it is.
 */
class ContinuedTyping extends ReplaceStep {
  override map(mapping: Mappable): ReplaceStep | null {
    const place = mapping.mapResult(this.from, -1);
    return place.deletedAcross ? null : new ContinuedTyping(place.pos, place.pos, this.slice);
  }
}

/** The places in `steps` of typing that goes on behind what the same person has typed. */
export function continuedAt(steps: readonly Step[]): number[] {
  return steps.flatMap((step, index) => (step instanceof ContinuedTyping ? [index] : []));
}

/** `steps` as their author has them, who says that those at `places` go on with what was typed before; what is no typing stays
 *  as it is. */
export function withContinued(steps: readonly Step[], places: readonly number[]): readonly Step[] {
  const going = new Set(places);
  return steps.map((step, index) => {
    const typed = going.has(index) ? typedBy(step) : null;
    if (!typed || typed.size === 0) return step;
    const { from } = step as ReplaceStep;
    return new ContinuedTyping(from, from, typed);
  });
}

/** Marks the steps of `tr` that go on with `run`, and gives the run that a person who goes on typing goes on with. To be
 *  called before `tr` is applied to a state; nothing else about it changes. */
export function continueTyping(tr: Transform, run: TypingRun | null): TypingRun | null {
  let going = run;
  for (const [index, step] of tr.steps.entries()) {
    const typed = typedBy(step);
    if (typed === null) going = movedRun(going, step.getMap());
    else if (typed.size === 0) going = shortened(going, step as ReplaceStep);
    else {
      const { from } = step as ReplaceStep;
      const goesOn = going?.to === from;
      if (goesOn) tr.steps[index] = new ContinuedTyping(from, from, typed);
      going = { from: goesOn && going ? going.from : from, to: from + typed.size };
    }
  }
  return going;
}

/** The run after a change that is not its own; `null` where that has taken it away. */
export function movedRun(run: TypingRun | null, mapping: Mappable): TypingRun | null {
  if (!run) return null;
  const [from, to] = [mapping.map(run.from, 1), mapping.map(run.to, -1)];
  return from < to ? { from, to } : null;
}

/** What a step puts in between two characters of a rendering, nothing where it only takes text away; `null` for any other
 *  step. */
function typedBy(step: Step): Slice | null {
  if (!(step instanceof ReplaceStep) || 'structure' in step.toJSON()) return null;
  const { slice, from, to } = step;
  const isText =
    slice.openStart === 0 && slice.openEnd === 0 && slice.content.content.every((node: Node) => node.isText);
  return isText && (slice.size === 0 || from === to) ? slice : null;
}

/** The run after a deletion: at its end, what is left of it is still its own. */
function shortened(run: TypingRun | null, step: ReplaceStep): TypingRun | null {
  if (run && step.to === run.to && step.from > run.from) return { from: run.from, to: step.from };
  return movedRun(run, step.getMap());
}
