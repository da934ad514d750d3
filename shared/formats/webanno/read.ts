import type { Problem } from '../../core/problem.ts';
import { oneSided, sideOfName, sideOfText } from '../annotation/one-side.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { type Batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusMention } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import { spanAnnotations } from './annotations.ts';
import { readDocument, readSentenceId } from './names.ts';
import { type Layer, SentenceReader, type WebannoPart } from './sentences.ts';

/** Reads WebAnno TSV 3.1 to 3.3: a sentence is a row, annotations of span layers are its mentions (of named entities alone, where the
 *  file has such a layer). Relations, chains and slots have no place in a row and are told. A sentence whose id
 *  begins with `fa:` or `en:` is on that side; what Radif wrote of documents comes back. */
export const webannoFile = oneFile('tsv', webannoReader);

/** The layer of named entities, and its features. */
export const NAMED_ENTITY = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';

function webannoReader(name: string): PieceReader {
  const sentences = new SentenceReader();
  const row = toldRows(name);
  let mentions = 0;
  let isFirst = true;
  let begun: ReturnType<typeof readDocument> = null;

  const rowsOf = ({ layers, sentences: found, problems }: WebannoPart): Batch => {
    const named = layers.filter(({ type }) => type === NAMED_ENTITY);
    const warnings: Problem[] = isFirst && found.length > 0 ? leftOut(layers) : [];
    isFirst &&= found.length === 0;
    const rows = found.map((sentence) => {
      const said = readSentenceId(sentence.id);
      const side = said.side ?? sideOfName(name) ?? sideOfText(sentence.text);
      begun = readDocument(sentence.facts) ?? begun;
      const document = said.document ?? begun?.document;
      const title = document === begun?.document ? begun?.title : undefined;
      const marked = spanAnnotations(sentence, layers)
        .filter(({ type, from, to }) => from < to && (named.length === 0 || type === NAMED_ENTITY))
        .map(({ type, from, to, values }): CorpusMention => {
          mentions += 1;
          const [first = type.slice(type.lastIndexOf('.') + 1)] = [...values].flatMap(([feature, each]) =>
            feature === 'identifier' ? [] : each,
          );
          const range = { from, to: Math.min(to, sentence.text.length), text: sentence.text.slice(from, to) };
          const entity = values.get('identifier') ?? null;
          return {
            id: `m${mentions}`,
            label: values.get('value') ?? first,
            entity,
            entityName: null,
            fa: null,
            en: null,
            [side]: range,
          };
        });
      return row({ ...oneSided(side, sentence.text), document, title, segment: said.segment, mentions: marked });
    });
    return { rows, warnings, problems };
  };
  return {
    get isOver() {
      return sentences.isOver;
    },
    write: (piece) => rowsOf(sentences.write(piece)),
    end: () => rowsOf(sentences.end()),
  };
}

/** The layers that no row can hold. */
function leftOut(layers: readonly Layer[]): Problem[] {
  const others = layers.filter(
    ({ kind, features }) => kind !== 'span' || features.some((name) => name.startsWith('ROLE_')),
  );
  return others.map(({ type }) => corpusProblem('webanno.layer', { values: { type } }));
}
