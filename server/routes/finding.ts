import { z } from 'zod';
import { englishes } from '../../shared/checks/spelling.ts';
import { severities } from '../../shared/core/finding.ts';
import { documentRules } from '../../shared/doc/checks/document-finding.ts';
import { findingKinds } from '../../shared/doc/checks/finding-kinds.ts';
import { documentSaidElsewhere } from '../commands/finding/elsewhere.ts';
import { listFindings } from '../commands/finding/list.ts';
import { projectPolicy, setPolicy } from '../commands/finding/policy.ts';
import { remedyFinding } from '../commands/finding/remedy.ts';
import { id } from '../input/fields.ts';
import { procedure, router } from '../trpc.ts';

const weights = z.partialRecord(z.enum(documentRules), z.enum([...severities, 'off']));

export const findingRouter = router({
  /** What the checks find in the documents in use of a project: of some of them, with where to look on. */
  list: procedure
    .input(
      z.object({
        project: id,
        kind: z.enum(findingKinds).nullable(),
        ignored: z.boolean(),
        cursor: id.nullish(),
      }),
    )
    .query(({ ctx, input }) => listFindings(ctx, input)),

  /** How the other documents of the project say, confirmed, what this one has too: what its own checks compare it with. */
  elsewhere: procedure.input(z.object({ document: id })).query(({ ctx, input }) => documentSaidElsewhere(ctx, input)),

  /** What a project wants of the checks: the rules that matter otherwise than usual, and whether errors hold a segment back. */
  policy: procedure.input(z.object({ project: id })).query(({ ctx, input }) => projectPolicy(ctx, input)),

  /** Says what a project wants of the checks. */
  setPolicy: procedure
    .input(
      z.object({
        project: id,
        policy: z.object({ weights, holdsBack: z.boolean(), english: z.enum(englishes).default('any') }),
      }),
    )
    .mutation(({ ctx, input }) => setPolicy(ctx, input)),

  /** Does the one-key remedy of a finding; answers the change, which can be taken back, or `null` where the finding is not
   *  the case any more. */
  remedy: procedure
    .input(z.object({ document: id, finding: z.string().min(1).max(400) }))
    .mutation(({ ctx, input }) => remedyFinding(ctx, input)),
});
