import { bands } from '../../../shared/core/bands.ts';
import { guarded } from '../../../shared/formats/registry/cell.ts';
import { csvRecord } from '../../../shared/formats/text/csv.ts';
import type { DocumentAnalysis } from './analysis.ts';

/** An analysis as CSV: document, band, segments and words a line; of what filling would do, `machine` and `left` in place of `confirmed` and `repeated`. */
export function analysisCsv(analysis: readonly DocumentAnalysis[]): string {
  const lines = analysis.flatMap(({ title, confirmed, repeated, bands: counted, filling }) => [
    ...(filling ? [] : [[title, 'confirmed', confirmed] as const, [title, 'repeated', repeated] as const]),
    ...bands.map((band) => [title, band, counted[band]] as const),
    ...(filling ? [[title, 'machine', filling.machine] as const, [title, 'left', filling.left] as const] : []),
  ]);
  const rows = lines.map(([title, band, { segments, words }]) => [guarded(title), band, `${segments}`, `${words}`]);
  return [['document', 'band', 'segments', 'words'], ...rows].map(csvRecord).join('');
}
