import { z } from 'zod';
import { machineKinds } from '../../shared/core/machine.ts';
import { chooseMachine, projectMachine } from '../commands/machine/choice.ts';
import { suggestRendering, tryMachine } from '../commands/machine/suggest.ts';
import { id } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const line = z.string().regex(/^[^\p{Cc}\p{Cs}]*$/u, 'a control character or half a character is in it');
const text = z.string().max(20_000);
const pair = z.object({ fa: text, en: text });

/** A key goes into a header as it is: it has no other characters than those that may stand there. */
const key = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]+$/u, 'a key is one run of Latin letters, digits and signs')
  .max(4000);

const choice = {
  project: id,
  kind: z.enum(machineKinds),
  address: line.trim().max(500),
  model: line.trim().max(200),
  key: key.nullish(),
};

export const machineRouter = router({
  /** The machine that a project has chosen, and whether it is asked. Of its key only that there is one. */
  ofProject: procedure.input(z.object({ project: id })).query(({ ctx, input }) => projectMachine(ctx, input)),

  /** Chooses the machine of a project. `key`: a new one, `null` for none, left out for the one that is stored for the same destination.
   *  Refused with a problem for an address that nothing may be sent to, and where it is to be on and nobody has agreed. */
  choose: procedure
    .input(z.object({ ...choice, isOn: z.boolean(), isAgreed: z.boolean() }))
    .mutation(({ ctx, input }) => chooseMachine(ctx, input)),

  /** Has a machine translate a sentence of ours, as it would be chosen; `until` of a trouble says nothing here. */
  try: procedure.input(z.object(choice)).mutation(({ ctx, input, signal }) => tryMachine(ctx, input, signal)),

  /** What the machine of a project has for a row; `coming` while it is asked, so ask again about twice a second: what nobody asks for any
   *  more is given up. With the row go the ones beside it, with their English so far, and the agreed names and terms in it. A change, as it
   *  may send texts. */
  suggest: procedure
    .input(
      z.object({
        project: id,
        document: id,
        segment: id,
        text: text.min(1),
        before: pair.nullable(),
        after: pair.nullable(),
      }),
    )
    .mutation(({ ctx, input }) => suggestRendering(ctx, input)),
});
