import { Readable } from 'node:stream';
import type { CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { exportCorpus } from '../../../shared/formats/export.ts';
import type { Context } from '../../context.ts';
import { memoryById, type UnitRow, unitsAfter } from '../../db/memory.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** Units read at once. */
const AT_ONCE = 500;

/** A memory as TMX, in pieces, and what it is called. */
export async function exportMemory(
  { store }: Context,
  { memory: id }: { readonly memory: string },
): Promise<{ readonly name: string; readonly chunks: Readable }> {
  const memory = await memoryById(store.db, id);
  if (!memory || memory.kind === 'coming') throw new UnknownRecord('memory', id);
  const project = memory.project_id === null ? undefined : await projectById(store.db, memory.project_id);
  async function* rows(): AsyncGenerator<CorpusRow> {
    let after = -1;
    for (;;) {
      const units = await unitsAfter(store.db, id, after, AT_ONCE);
      for (const unit of units) yield rowOf(unit, memory?.name ?? '');
      const last = units.at(-1);
      if (last === undefined) return;
      after = last.number;
    }
  }
  const corpus = exportCorpus(rows(), {
    format: 'tmx',
    states: ['translated', 'reviewed', 'final'],
    fa: 'fa',
    en: 'en',
  });
  async function* texts() {
    for await (const { text } of corpus.chunks) yield text;
  }
  return { name: memory.name || (project?.name ?? id), chunks: Readable.from(texts()) };
}

function rowOf(unit: UnitRow, title: string): CorpusRow {
  return {
    document: unit.document_id ?? unit.memory_id,
    title,
    version: 0,
    segment: unit.segment ?? String(unit.number),
    paragraph: 0,
    statement: 0,
    kind: 'sentence',
    fa: unit.source,
    en: unit.target,
    from: 0,
    to: unit.source.length,
    status: unit.status ?? 'translated',
    origin: unit.origin,
    alignment: null,
    leftOut: false,
    mentions: [],
    links: [],
    remarks: [],
  };
}
