import { sideMentions } from '../annotation/tokens.ts';
import { lacking, type Writer, wellFormed } from '../corpus/format.ts';
import { columns, record } from '../corpus/record.ts';
import type { CorpusRow, ExportOptions, Side } from '../corpus/row.ts';
import { jsonLine } from '../jsonl/line.ts';

/** The types of what is written. */
export const casTypes = {
  sofa: 'uima.cas.Sofa',
  row: 'radif.Row',
  sentence: 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence',
  mention: 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
} as const;

const annotation = 'uima.tcas.Annotation';
const numbers = new Set(['version', 'paragraph', 'statement', 'from', 'to']);

/** UIMA CAS in JSON (apache/uima-uimaj-io-jsoncas, specification 0.4.0): a CAS with a view for each side (`fa`, `en`), whose text is the
 *  rows with an LF between them. In both a row is a `Sentence` and a `radif.Row`, which has the same `segment` on both sides, a mention a
 *  `NamedEntity` with `value`, `identifier` and its id. Offsets count UTF-16 units, as the Java of UIMA does. The text of a view stands
 *  before all that is in it, so that an export is held in memory until its end. */
export function cas({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const languages: Readonly<Record<Side, string>> = { fa, en };
  const texts: Readonly<Record<Side, string[]>> = { fa: [], en: [] };
  const lengths: Record<Side, number> = { fa: 0, en: 0 };
  const found: { readonly side: Side; readonly structure: object }[] = [];
  return {
    files: [{ ending: 'json', mediaType: 'application/json; charset=utf-8' }],
    needs: [],
    fittings: [wellFormed],
    losses: lacking('link', 'remark', 'alignment', 'taken'),
    open: [''],
    row(row) {
      for (const side of ['fa', 'en'] as const) {
        for (const structure of structuresOf(row, side, lengths[side])) found.push({ side, structure });
        texts[side].push(row[side]);
        lengths[side] += row[side].length + 1;
      }
      return [''];
    },
    close() {
      const sofa = (side: Side, id: number) => ({
        '%ID': id,
        '%TYPE': casTypes.sofa,
        sofaNum: id,
        sofaID: side,
        mimeType: 'text/plain',
        sofaString: texts[side].join('\n'),
      });
      const document = (side: Side, id: number) => ({
        '%ID': id + 2,
        '%TYPE': 'uima.tcas.DocumentAnnotation',
        '@sofa': id,
        begin: 0,
        end: Math.max(0, lengths[side] - 1),
        language: languages[side],
      });
      const structures = [sofa('fa', 1), sofa('en', 2), document('fa', 1), document('en', 2)].map((each) => line(each));
      const members: Readonly<Record<Side, number[]>> = { fa: [3], en: [4] };
      for (const { side, structure } of found) {
        const id = structures.length + 1;
        members[side].push(id);
        structures.push(line({ '%ID': id, ...structure }));
      }
      const views = Object.fromEntries(
        (['fa', 'en'] as const).map((side, index) => [side, { '%SOFA': index + 1, '%MEMBERS': members[side] }]),
      );
      return [
        `{"%TYPES":${line(types)},\n"%FEATURE_STRUCTURES":[\n${structures.join(',\n')}\n],\n"%VIEWS":${line(views)}}\n`,
      ];
    },
  };
}

function line(value: object): string {
  return jsonLine(value).slice(0, -1);
}

function structuresOf(row: CorpusRow, side: Side, start: number): readonly object[] {
  const { fa: _, en: __, ...facts } = record(row);
  const sofa = { '@sofa': side === 'fa' ? 1 : 2 };
  const whole = { ...sofa, begin: start, end: start + row[side].length };
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  const named = known.map(([name, value]) => [name === 'from' || name === 'to' ? `source_${name}` : name, value]);
  return [
    { '%TYPE': casTypes.row, ...whole, ...Object.fromEntries(named), leftOut: row.leftOut },
    { '%TYPE': casTypes.sentence, ...whole },
    ...sideMentions(row, side).map(({ mention, from, to }) => ({
      '%TYPE': casTypes.mention,
      ...sofa,
      begin: start + from,
      end: start + to,
      value: mention.label,
      ...(mention.entity !== null && { identifier: mention.entity }),
      mention: mention.id,
    })),
  ];
}

function typeOf(name: string, features: Readonly<Record<string, string>>): object {
  const declared = Object.entries(features).map(([feature, range]) => [
    feature,
    { '%NAME': feature, '%RANGE': `uima.cas.${range}` },
  ]);
  return { '%NAME': name, '%SUPER_TYPE': annotation, ...Object.fromEntries(declared) };
}

const types = {
  [casTypes.row]: typeOf(casTypes.row, {
    ...Object.fromEntries(
      columns
        .filter((column) => column !== 'fa' && column !== 'en')
        .map((column) => [
          column === 'from' || column === 'to' ? `source_${column}` : column,
          numbers.has(column) ? 'Long' : 'String',
        ]),
    ),
    leftOut: 'Boolean',
  }),
  [casTypes.sentence]: typeOf(casTypes.sentence, {}),
  [casTypes.mention]: typeOf(casTypes.mention, { value: 'String', identifier: 'String', mention: 'String' }),
};
