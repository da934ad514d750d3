import type { KnownNames } from '../../../shared/doc/checks/checked.ts';
import { documentFindingsInPieces } from '../../../shared/doc/checks/document-checks.ts';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import { type CheckPolicy, weightOf } from '../../../shared/doc/checks/policy.ts';
import type { SaidElsewhere } from '../../../shared/doc/checks/said-elsewhere.ts';
import type { Context } from '../../context.ts';
import type { SourcedDocument } from '../../timeline/rebuild.ts';
import { saidElsewhere } from './elsewhere.ts';
import { policyOf } from './policy.ts';
import { projectNames } from './project-names.ts';

/** How long a check keeps other requests waiting, in milliseconds. */
const SLICE = 10;

/** What the documents of a project are checked by. */
export interface CheckedBy {
  readonly names: KnownNames;
  readonly policy: CheckPolicy;
  /** How the other documents of the project say what one of them has too. */
  readonly elsewhere: (document: SourcedDocument) => Promise<readonly SaidElsewhere[]>;
}

/** What the documents of a project are checked by as it is now. */
export async function projectChecks(ctx: Pick<Context, 'store' | 'memories'>, project: string): Promise<CheckedBy> {
  const { db } = ctx.store;
  const names = await projectNames(db, project);
  const policy = await policyOf(db, project);
  const isWanted = weightOf('text.inconsistent', policy) !== 'off';
  return { names, policy, elsewhere: async (held) => (isWanted ? saidElsewhere(ctx, project, held) : []) };
}

/** All that the checks find in a document, in slices: others are answered between them. */
export async function checkedDocument(
  held: SourcedDocument,
  { names, policy, elsewhere }: CheckedBy,
): Promise<readonly DocumentFinding[]> {
  const work = documentFindingsInPieces(held.doc, held.source.text, names, policy, await elsewhere(held));
  for (let end = performance.now() + SLICE; ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setImmediate(resolve));
    end = performance.now() + SLICE;
  }
}
