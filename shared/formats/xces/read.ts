import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { batch, type FormatReader, type TextFile } from '../corpus/reading.ts';
import type { CorpusRow, Side } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import { xmlReader } from '../xml/read.ts';

/** Reads the alignment of OPUS with the two documents beside it. The first list of `xtargets` is of `fromDoc`, which may be either side:
 *  its name says which (`en/1.xml`, `x.fa.xml`); one that says none is taken for Persian. Sentences that stand together have a space
 *  between them. Words of a sentence that are elements (`w`) have one, too. The documents are held in memory. */
export const xcesFiles: FormatReader = {
  files: ['xml', 'fa.xml', 'en.xml'],
  async *read([links, persian, english]) {
    if (links === undefined || persian === undefined || english === undefined) {
      yield batch({ problems: [corpusProblem('lines.files', { values: { count: 3, files: 'xml, fa.xml, en.xml' } })] });
      return;
    }
    const documents = { fa: await sentencesOf(persian), en: await sentencesOf(english) };
    const problems = [documents.fa.problem, documents.en.problem].filter((each) => each !== null);
    if (problems.length > 0) {
      yield batch({ problems });
      return;
    }
    yield* rowsOf(links, { fa: documents.fa.sentences, en: documents.en.sentences });
  },
};

interface Sentence {
  readonly text: string;
  readonly segment: string | undefined;
  readonly document: string | undefined;
  readonly title: string | undefined;
}

type Sentences = ReadonlyMap<string, Sentence>;

async function sentencesOf(
  file: TextFile,
): Promise<{ readonly sentences: Sentences; readonly problem: Problem | null }> {
  const sentences = new Map<string, Sentence>();
  const path: string[] = [];
  let own: { id: string; segment: string | undefined; words: string[]; text: string } | null = null;
  let document: string | undefined;
  let title: string | undefined;
  const xml = xmlReader({
    open({ name, attributes }) {
      path.push(name);
      if (name === 'div') [document, title] = [attributes.n, undefined];
      if (name === 's') own = { id: attributes.id ?? '', segment: attributes.n, words: [], text: '' };
      if (name === 'w') own?.words.push('');
    },
    text(text) {
      const last = path.at(-1);
      if (last === 'head') title = (title ?? '') + text;
      if (own === null) return;
      if (last === 'w') own.words.push((own.words.pop() ?? '') + text);
      else own.text += text;
    },
    close() {
      if (path.pop() !== 's' || own === null) return;
      const text = own.words.length > 0 ? own.words.join(' ') : own.text;
      sentences.set(own.id, { text, segment: own.segment, document, title });
      own = null;
    },
  });
  for await (const piece of file.pieces) xml.write(piece);
  xml.end();
  return { sentences, problem: xml.problem && { ...xml.problem, file: file.name } };
}

async function* rowsOf(file: TextFile, sentences: Readonly<Record<Side, Sentences>>) {
  const row = toldRows(file.name);
  let rows: CorpusRow[] = [];
  let warnings: Problem[] = [];
  let problems: Problem[] = [];
  let from: Side = 'fa';
  let isRoot = true;
  const xml = xmlReader({
    open({ name, attributes }, place) {
      if (isRoot && name !== 'cesAlign') {
        problems.push(corpusProblem('xces.root', { ...place, element: name, values: { element: name } }));
      }
      isRoot = false;
      if (name === 'linkGrp')
        from = sideOfName(attributes.fromDoc ?? '') ?? (sideOfName(attributes.toDoc ?? '') === 'fa' ? 'en' : 'fa');
      if (name !== 'link') return;
      const lists = (attributes.xtargets ?? '').split(';').map((list) => list.split(/\s+/u).filter((id) => id !== ''));
      const [first = [], second = []] = lists;
      const ids = from === 'fa' ? { fa: first, en: second } : { fa: second, en: first };
      const found = { fa: taken('fa', ids.fa), en: taken('en', ids.en) };
      const [head] = [...found.fa, ...found.en];
      if (lists.length !== 2 || found.fa.length < ids.fa.length || found.en.length < ids.en.length) {
        const values = { value: (attributes.xtargets ?? '').slice(0, 80) };
        warnings.push(corpusProblem('xces.targets', { ...place, element: name, values }));
      }
      if (head === undefined) return;
      const [fa, en] = [found.fa, found.en].map((each) => each.map(({ text }) => text).join(' '));
      const { segment, document, title } = head;
      rows.push(row({ fa: fa ?? '', en: en ?? '', segment, document, title }));
    },
    text() {},
    close() {},
  });
  const taken = (side: Side, ids: readonly string[]) => ids.flatMap((id) => sentences[side].get(id) ?? []);
  const told = () => {
    const found = batch({ rows, warnings, problems: xml.problem ? [xml.problem] : problems });
    [rows, warnings, problems] = [[], [], []];
    return found;
  };
  for await (const piece of file.pieces) {
    xml.write(piece);
    yield told();
    if (xml.problem) return;
  }
  xml.end();
  yield told();
}

/** The side of which a name of a file speaks. */
function sideOfName(name: string): Side | null {
  const parts = name.toLowerCase().split(/[/._-]/u);
  if (parts.some((part) => ['fa', 'fas', 'per', 'pes'].includes(part))) return 'fa';
  return parts.some((part) => ['en', 'eng'].includes(part)) ? 'en' : null;
}
