import { bands } from '../../../shared/core/bands.ts';
import { guarded } from '../../../shared/formats/registry/cell.ts';
import { csvRecord } from '../../../shared/formats/text/csv.ts';
import type { DocumentAnalysis } from './analysis.ts';

/** An analysis as CSV: document, band, segments and words a line. */
export function analysisCsv(analysis: readonly DocumentAnalysis[]): string {
  const lines = analysis.flatMap(({ title, confirmed, repeated, bands: counted }) => [
    [title, 'confirmed', confirmed] as const,
    [title, 'repeated', repeated] as const,
    ...bands.map((band) => [title, band, counted[band]] as const),
  ]);
  const rows = lines.map(([title, band, { segments, words }]) => [guarded(title), band, `${segments}`, `${words}`]);
  return [['document', 'band', 'segments', 'words'], ...rows].map(csvRecord).join('');
}
