import { oneLine, plural, table } from './card.ts';
import { type ComparedFigure, comparedFigures, releaseDifference } from './difference.ts';
import type { ReleasedDocument, ReleaseRecipe } from './recipe.ts';
import type { ReleaseStatistics } from './statistics.ts';

const figureNames: Readonly<Record<ComparedFigure, string>> = {
  documents: 'documents',
  segments: 'segments',
  faWords: 'Persian words',
  faTypes: 'Persian words that differ',
  enWords: 'English words',
  enTypes: 'English words that differ',
  ratio: 'English words to a Persian one',
  mentions: 'marked names',
  entities: 'entities',
  links: 'word links',
};

/** What changed since the release before, in Markdown and in English. */
export function changelog(recipe: ReleaseRecipe, statistics: ReleaseStatistics): string {
  const { name, at, previous, documents } = recipe;
  const head = `# ${oneLine(name)} (${new Date(at).toISOString().slice(0, 10)})`;
  if (previous === null) {
    return `${head}\n\nThe first release: ${documents.length} ${plural(documents.length, 'document')}.\n`;
  }
  const { added, removed, changed, moved, figures, labels } = releaseDifference(previous, { documents, statistics });
  const sections = [
    head,
    `Compared with ${oneLine(previous.name)}.`,
    table(
      ['', oneLine(previous.name), oneLine(name), 'difference'],
      comparedFigures.map((figure) => [figureNames[figure], ...compared(figures[figure])]),
    ),
    ...(labels.length > 0
      ? [
          table(
            ['label', oneLine(previous.name), oneLine(name), 'difference'],
            labels.map(({ label, ...counts }) => [label, ...compared(counts)]),
          ),
        ]
      : []),
    ...section(
      'New documents',
      added.map((document) => `${titled(document)}, version ${document.version}`),
    ),
    ...section('Documents that are gone', removed.map(titled)),
    ...section(
      'Changed documents',
      changed.map(({ before, after }) => `${titled(after)}, version ${before.version} → ${after.version}`),
    ),
    ...section(
      'Documents in another split',
      moved.map(({ before, after }) => `${titled(after)}, ${before.split ?? 'none'} → ${after.split ?? 'none'}`),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function compared({ before, after }: { readonly before: number; readonly after: number }): readonly string[] {
  const difference = Math.round(1000 * (after - before)) / 1000;
  return [`${before}`, `${after}`, difference > 0 ? `+${difference}` : `${difference}`];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`];
}

function titled({ id, title }: ReleasedDocument): string {
  return `${oneLine(title)} (\`${id}\`)`;
}
