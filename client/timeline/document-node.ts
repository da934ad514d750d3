import type { Node } from 'prosemirror-model';
import { withSource } from '../../shared/doc/model/correction-step.ts';
import { stepFrom } from '../../shared/doc/model/link-step.ts';
import { type Editions, editions as ours, readSnapshot, schemaOf } from '../../shared/doc/model/migrations.ts';
import type { DocumentAtHand } from './authority.ts';

/** The ProseMirror document that the authority handed out, in the version of the schema in which it did. Throws where its
 *  own snapshot or a step of it breaks the schema. */
export function documentNode({ doc, schemaVersion, steps, source }: DocumentAtHand, editions: Editions = ours): Node {
  const read = readSnapshot(doc, schemaVersion, editions, schemaVersion);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  const schema = schemaOf(editions, schemaVersion);
  const begun = withSource(read.value, source);
  return steps.reduce((reached, { step }, index) => {
    const { doc: next, failed } = stepFrom(schema, step).apply(reached);
    if (!next) throw new Error(`Step ${index + 1} after the snapshot does not apply: ${failed}`);
    return next;
  }, begun);
}
