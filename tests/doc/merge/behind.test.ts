import { AttrStep, ReplaceStep, type Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { placedBehind } from '../../../shared/doc/merge/behind.ts';
import { CorrectionStep } from '../../../shared/doc/model/correction-step.ts';
import { schema } from '../../../shared/doc/model/schema.ts';

const typed = (at: number, text: string) =>
  new ReplaceStep(at, at, schema.node('segment', null, schema.text(text)).slice(0, text.length));
const segment = () => schema.node('segment');
const deleted = (from: number, to: number) => ReplaceStep.fromJSON(schema, { from, to });
const json = (steps: readonly Step[] | null) => steps?.map((step) => step.toJSON() as unknown) ?? null;

/** That this is what a client makes of its own steps is shown by the simulations of `convergence.test.ts`. */
describe('steps behind those of others', () => {
  it('are as they were behind none', () => {
    const steps = [new CorrectionStep(0, 1, 'x')];
    expect(placedBehind(steps, [])).toBe(steps);
  });

  it('stand where their place has moved to, each behind the one before it', () => {
    const placed = placedBehind([typed(10, 'a'), typed(11, 'b'), deleted(10, 11)], [typed(4, 'xyz')]);
    expect(json(placed)).toEqual(json([typed(13, 'a'), typed(14, 'b'), deleted(13, 14)]));
  });

  it('are none where others have taken away what one of them changes', () => {
    expect(placedBehind([typed(10, 'a'), typed(4, 'b')], [deleted(2, 6)])).toBeNull();
    expect(placedBehind([deleted(3, 5)], [deleted(2, 6)])).toBeNull();
    expect(placedBehind([new AttrStep(3, 'status', 'draft')], [deleted(2, 6)])).toBeNull();
  });

  it('are none where both change the structure: whoever hears of the others in parts may have to leave one out', () => {
    const parted = new ReplaceStep(8, 8, schema.node('page', null, [segment(), segment()]).slice(1, 3), true);
    expect(placedBehind([parted], [parted])).toBeNull();
    expect(placedBehind([deleted(20, 22)], [parted])).toBeNull();
    expect(placedBehind([parted], [deleted(20, 22)])).toBeNull();
    expect(placedBehind([parted], [typed(4, 'a'), new AttrStep(3, 'status', 'draft')])).toHaveLength(1);
    expect(placedBehind([typed(12, 'a'), new AttrStep(9, 'status', 'draft')], [parted])).toHaveLength(2);
  });

  it('are none beside a correction of the source, on either side', () => {
    const correction = new CorrectionStep(0, 1, 'x');
    expect(placedBehind([typed(4, 'a')], [correction])).toBeNull();
    expect(placedBehind([correction], [typed(4, 'a')])).toBeNull();
  });
});
