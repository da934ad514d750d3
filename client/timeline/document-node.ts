import type { Node } from 'prosemirror-model';
import { readSnapshot } from '../../shared/doc/model/migrations.ts';
import type { OpenedDocument } from './authority.ts';

/** The ProseMirror document that the authority handed out. Throws where its own snapshot breaks the schema. */
export function documentNode({ doc, schemaVersion }: OpenedDocument): Node {
  const read = readSnapshot(doc, schemaVersion);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value;
}
