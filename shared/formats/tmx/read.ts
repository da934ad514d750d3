import { type Kind, kinds } from '../../core/outline.ts';
import type { Problem } from '../../core/problem.ts';
import { type Origin, origins, type Status, statuses } from '../../core/status.ts';
import { sideOf } from '../corpus/language.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { type Batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusRow, Remark } from '../corpus/row.ts';
import { takenFactNames, toldTaken } from '../corpus/taken-facts.ts';
import { type Told, toldRows } from '../corpus/told-row.ts';
import type { TextPlace } from '../text/csv.ts';
import type { PlainTag } from '../xml/plain.ts';
import { xmlReader } from '../xml/read.ts';
import { type Place, placeAt, plainUnits, type UnitsHandler } from './plain-units.ts';

/** Reads TMX 1.1 to 1.4 as people have it, more leniently than its DTD: whatever `srclang` says, the Persian variant is `fa` and
 *  the English one `en`; `lang` stands for `xml:lang`; inline codes are left out, what they enclose stays. What Radif wrote
 *  into `x-` properties comes back; notes and other properties stay as remarks. */
export const tmxFile = oneFile('tmx', tmxReader);

/** Elements of TMX 1.4 whose content is code of another format and no text (TMX 1.4b, Inline elements). */
const codes = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

const MOST_SIDES = 64;

/** Reads a TMX file that is called `name`. */
export function tmxReader(name: string): PieceReader {
  const units = new Units(name);
  const xml = xmlReader(units);
  const stream = plainUnits(xml, units);
  const taken = () => units.taken(xml.problem);
  return {
    get isOver() {
      return xml.problem !== null || units.isRefused;
    },
    write(piece) {
      stream.write(piece);
      return taken();
    },
    end() {
      stream.end();
      return taken();
    },
  };
}

interface Variant {
  readonly tag: string;
  text: string | null;
}

class Units implements UnitsHandler {
  private rows: CorpusRow[] = [];
  private warnings: Problem[] = [];
  private problems: Problem[] = [];
  private readonly row: (told: Told) => CorpusRow;
  private isRoot = true;
  /** The names of the elements that are open. */
  private readonly path: string[] = [];
  /** True where the file is no TMX. */
  isRefused = false;
  /** How often the body began or a unit ended. */
  borders = 0;
  private start: Place = { line: 1, column: 1 };
  private variants: Variant[] = [];
  private variant: Variant | null = null;
  private remarks: { name: string | null; text: string }[] = [];
  private tuid: string | undefined;
  /** What collects text: a segment, a note or a property. */
  private into: { text: string | null } | null = null;
  private codeDepth = 0;
  private readonly sides = new Map<string, 'fa' | 'en' | null>();

  constructor(name: string) {
    this.row = toldRows(name);
  }

  /** What was found since it was last asked for. */
  taken(problem: Problem | null): Batch {
    const found = {
      rows: this.rows,
      warnings: this.warnings,
      problems: problem ? [problem] : this.problems,
    };
    [this.rows, this.warnings, this.problems] = [[], [], []];
    return found;
  }

  open({ name, attributes }: PlainTag, place: Place): void {
    this.path.push(name);
    if (name === 'body') this.borders += 1;
    if (this.isRoot) this.root(name, attributes, placeAt(place));
    if (codes.has(name)) this.codeDepth += 1;
    switch (name) {
      case 'tu':
        this.start = place;
        this.variants = [];
        this.remarks = [];
        this.tuid = attributes.tuid;
        break;
      case 'tuv':
        this.variant = {
          tag: attributes['xml:lang'] ?? attributes.lang ?? '',
          text: null,
        };
        if (this.variant.tag === '')
          this.warnings.push(corpusProblem('tmx.language', { ...placeAt(place), element: name }));
        this.variants.push(this.variant);
        break;
      case 'seg':
        if (this.variant !== null) this.variant.text = '';
        this.into = this.variant;
        break;
      case 'note':
      case 'prop': {
        const remark = {
          name: name === 'prop' ? (attributes.type ?? '') : null,
          text: '',
        };
        this.remarks.push(remark);
        this.into = remark;
      }
    }
  }

  text(text: string): void {
    if (this.into !== null && this.codeDepth === 0) this.into.text += text;
  }

  close(): void {
    const name = this.path.pop() ?? '';
    if (codes.has(name)) this.codeDepth -= 1;
    if (name === 'seg' || name === 'note' || name === 'prop') this.into = null;
    if (name !== 'tu') return;
    this.borders += 1;
    this.unit();
  }

  get isInBody(): boolean {
    return this.path.length === 2 && this.path[0] === 'tmx' && this.path[1] === 'body';
  }

  private root(name: string, { version = '' }: Readonly<Record<string, string>>, place: TextPlace): void {
    this.isRoot = false;
    if (name !== 'tmx')
      this.problems.push(
        corpusProblem('tmx.root', {
          ...place,
          element: name,
          values: { element: name },
        }),
      );
    else if (!/^1\.[0-4]b?$/.test(version)) {
      this.warnings.push(
        corpusProblem('tmx.version', {
          ...place,
          element: name,
          values: { value: version },
        }),
      );
    }
  }

  /** `sideOf`, asked once for each of the tags that most units have. */
  private side(tag: string): 'fa' | 'en' | null {
    const known = this.sides.get(tag);
    if (known !== undefined) return known;
    const side = sideOf(tag);
    if (this.sides.size < MOST_SIDES) this.sides.set(tag, side);
    return side;
  }

  /** What a unit makes: a row where one of its variants is Persian or English. */
  private unit(): void {
    const place = () => ({ ...placeAt(this.start), element: 'tu' });
    const sides: { fa?: string; en?: string } = {};
    let most = 0;
    for (const { tag, text } of this.variants) {
      const side = this.side(tag);
      if (text === null) this.warnings.push(corpusProblem('tmx.segment', { ...place(), element: 'tuv' }));
      else if (side !== null && sides[side] === undefined) sides[side] = text;
      else if (side !== null) most = this.variants.filter((variant) => sideOf(variant.tag) === side).length;
    }
    if (most > 0) this.warnings.push(corpusProblem('tmx.variants', { ...place(), values: { count: most } }));
    const { fa, en } = sides;
    if (fa === undefined && en === undefined) {
      const languages = this.variants.map(({ tag }) => tag).join(', ') || '–';
      this.warnings.push(corpusProblem('tmx.unit', { ...place(), values: { languages } }));
      return;
    }
    if (fa === undefined || en === undefined) {
      const language = fa === undefined ? 'Persian' : 'English';
      this.warnings.push(corpusProblem('tmx.half', { ...place(), values: { language } }));
    }
    this.rows.push(this.row(told({ fa: fa ?? '', en: en ?? '' }, this.remarks, this.tuid)));
  }
}

/** A row with what the properties that Radif writes say of it, and what else is said of it. */
function told({ fa, en }: Pick<Told, 'fa' | 'en'>, remarks: readonly Remark[], tuid: string | undefined): Told {
  const ours = new Map<string, string>();
  const others: Remark[] = [];
  for (const remark of remarks) {
    const field = fields.get(remark.name ?? '');
    if (field !== undefined && !ours.has(field)) ours.set(field, remark.text);
    else others.push(remark);
  }
  const isOurs = ours.has('document') && ours.has('segment');
  return {
    fa,
    en,
    document: ours.get('document'),
    title: ours.get('title'),
    version: count(ours.get('version')),
    segment: ours.get('segment') ?? tuid,
    paragraph: count(ours.get('paragraph')),
    statement: count(ours.get('statement')),
    kind: oneOf<Kind>(kinds, ours.get('kind')),
    status: oneOf<Status>(statuses, ours.get('state')),
    origin: oneOf<Origin>(origins, ours.get('origin')) ?? (isOurs ? null : undefined),
    taken: ours.has('match-at') ? toldTaken(ours) : undefined,
    remarks: others,
  };
}

/** The fields of a row by the names of the properties that Radif writes for them. */
const fields: ReadonlyMap<string, string> = new Map(
  [
    ...['document', 'title', 'version', 'segment', 'paragraph', 'statement', 'kind', 'state', 'origin'],
    ...takenFactNames,
  ].map((field) => [`x-${field}`, field]),
);

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function oneOf<T extends string>(known: readonly T[], text: string | undefined): T | undefined {
  return known.find((each) => each === text);
}
