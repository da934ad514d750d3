import type { Transaction } from 'prosemirror-state';
import { v7 } from 'uuid';
import { authority } from '../../platform/authority.ts';
import { queries, queryClient, server } from '../../platform/server.ts';
import { restoreVersion } from '../../timeline/restore.ts';
import type { Timeline } from '../../timeline/timeline.ts';

/** Brings a version back in an open document and keeps what was there before under `name`; gives the words of the history
 *  that tell what came of it. */
export async function restoreKept(
  timeline: Timeline,
  version: number,
  name: string,
  begin: (tr: Transaction) => Transaction,
): Promise<'restored' | 'nothingToRestore' | 'restoreRefused' | 'restoredWaiting'> {
  const document = timeline.id;
  await timeline.settle();
  const before = timeline.standing();
  if (!(await restoreVersion(timeline, authority, { version, deed: v7() }, begin))) return 'nothingToRestore';
  const settled = await timeline.settle();
  if (settled !== 'saved') return settled === 'refused' ? 'restoreRefused' : 'restoredWaiting';
  await server.version.name.mutate({ document, ...before, name });
  await queryClient.invalidateQueries({ queryKey: queries.version.list.queryKey({ document }) });
  return 'restored';
}
