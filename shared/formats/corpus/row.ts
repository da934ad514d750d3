import type { Alignment } from '../../core/alignment.ts';
import type { Kind } from '../../core/outline.ts';
import type { Span } from '../../core/span.ts';
import type { Origin, Status } from '../../core/status.ts';
import type { Taken } from '../../core/taken.ts';

/** One segment with its rendering, as every export format sees it. `from` and `to` are offsets of the whole source. */
export interface CorpusRow extends Span {
  /** Id and title of the document. */
  readonly document: string;
  readonly title: string;
  /** The version of the document that the row was read at. */
  readonly version: number;
  /** Id of the segment. */
  readonly segment: string;
  /** 0-based places of the paragraph and the statement in the source. */
  readonly paragraph: number;
  readonly statement: number;
  readonly kind: Kind;
  /** `''` for English that has no Persian. */
  readonly fa: string;
  /** The rendering; `''` while there is none. */
  readonly en: string;
  readonly status: Status;
  readonly origin: Origin | null;
  /** The match or suggestion that the rendering was taken from. */
  readonly taken?: Taken | undefined;
  /** How the row was aligned, where it was. */
  readonly alignment: Alignment | null;
  /** True for a row that has no English on purpose. */
  readonly leftOut: boolean;
  /** The names that a person marked in the row, in the order in which they are read. */
  readonly mentions: readonly CorpusMention[];
  /** Which words of the row stand for each other, by the Persian, then by the English. */
  readonly links: readonly CorpusLink[];
  /** What a file says beside the texts; a document of Radif has none. */
  readonly remarks: readonly Remark[];
}

/** A note, or a property with its name. */
export interface Remark {
  /** `null` for a note. */
  readonly name: string | null;
  readonly text: string;
}

/** A word of the Persian linked with one of the English: for sure, or possibly. */
export interface CorpusLink {
  readonly fa: MarkedRange;
  readonly en: MarkedRange;
  readonly sure: boolean;
}

/** A name marked in a row, on one side or on both. */
export interface CorpusMention {
  readonly id: string;
  readonly label: string;
  /** Id of its entity in the registry; `null` for a name that is linked to none. */
  readonly entity: string | null;
  /** What the registry calls the entity, whatever stands in the row; `null` also for an entity that is gone. */
  readonly entityName: EntityNames | null;
  readonly fa: MarkedRange | null;
  readonly en: MarkedRange | null;
  /** Of a name whose Persian the border of a segment cuts: all of its parts in order, this row's among them. Left out of a name
   *  that stands in one segment. */
  readonly parts?: readonly NamePart[] | undefined;
}

/** What of a name's Persian stands in a segment, as offsets of that. */
export interface NamePart extends MarkedRange {
  readonly segment: string;
}

/** The preferred names of an entity; `''` for one that is not known yet. */
export interface EntityNames {
  readonly fa: string;
  readonly en: string;
}

/** A range of one side of a row, in UTF-16 code units, and what it reads. */
export interface MarkedRange extends Span {
  readonly text: string;
}

/** The formats that a corpus can be exported in. */
export const formats = [
  'tmx',
  'xliff-2.2',
  'xliff-2.1',
  'xliff-1.2',
  'tsv',
  'csv',
  'xlsx',
  'docx-table',
  'html',
  'docx-english',
  'markdown',
  'text',
  'jsonl',
  'moses',
  'hugging-face',
  'parquet',
  'pharaoh',
  'naacl',
  'conll',
  'conll-iob1',
  'conll-iobes',
  'webanno',
  'brat',
  'spacy',
  'doccano',
  'tei',
  'xces',
  'w3c',
  'label-studio',
  'cas-json',
  'conllu',
  'conllu-plus',
] as const;
export type Format = (typeof formats)[number];

/** Formats that hold one side of a corpus. */
export const oneSidedFormats: ReadonlySet<Format> = new Set<Format>([
  'conll',
  'conll-iob1',
  'conll-iobes',
  'webanno',
  'brat',
  'spacy',
  'doccano',
  'conllu',
  'conllu-plus',
]);

/** Language tags (BCP 47) that an export may carry for either side. */
export const persianTags = ['fa', 'fa-IR'] as const;
export type PersianTag = (typeof persianTags)[number];
export const englishTags = ['en', 'en-GB', 'en-US'] as const;
export type EnglishTag = (typeof englishTags)[number];

/** A side of a row. */
export type Side = 'fa' | 'en';

/** What to export and how. */
export interface ExportOptions {
  readonly format: Format;
  /** Segments in any other state are left out. */
  readonly states: readonly Status[];
  /** TMX writes the tags into `srclang` and `xml:lang`, Moses, Pharaoh and NAACL name their files by them; TSV and JSON Lines keep `fa` and `en`. */
  readonly fa: PersianTag;
  readonly en: EnglishTag;
  /** Formats of one text only: which side of the corpus (`fa`). */
  readonly side?: Side;
  /** TSV and CSV only: begin with U+FEFF, which Excel needs to see UTF-8. */
  readonly bom?: boolean;
}

/** A row that a report points at; `excerpt` is the beginning of its Persian text. */
export interface RowPlace {
  readonly document: string;
  readonly segment: string;
  readonly excerpt: string;
}

/** Why a row is not in the export: its state was not chosen, the format needs both sides and the row has no Persian, no
 *  English on purpose, or none yet, a file of the format holds no more rows, or no text of that length. */
export type LeaveOutRule = 'state' | 'empty-source' | 'left-out' | 'empty-rendering' | 'beyond-most' | 'too-long';

export interface LeftOut {
  readonly rule: LeaveOutRule;
  /** Rows. */
  readonly count: number;
  /** The first few. */
  readonly examples: readonly RowPlace[];
}

/** Why a character of a text could not be written as it stands: XML 1.0 has no such character (removed, or U+FFFD where offsets stay), the format has
 *  one line a segment (a space instead), or half a surrogate pair is no character at all (U+FFFD instead). */
export type ChangeRule = 'xml-character' | 'xml-in-place' | 'line-break' | 'lone-surrogate';

/** A changed character: `side` and the UTF-16 `offset` in it say where, `character` what it was, as `U+000B`. */
export interface ChangedPlace extends RowPlace {
  readonly side: 'fa' | 'en';
  readonly offset: number;
  readonly character: string;
}

export interface Changed {
  readonly rule: ChangeRule;
  /** Characters. */
  readonly count: number;
  /** The first few. */
  readonly examples: readonly ChangedPlace[];
}

/** What of a row a format has no place for: its other side, a mention, a mention that crosses another one (or lies in it, where only
 *  one can stand at a word), the borders of a mention inside words, a link of words, that a link is only possible, a note or property,
 *  how the row was aligned, from which match or suggestion its rendering was taken, the title or the id of its document, its own id, its
 *  state, what stands between its words, a label as it is, which entity a name means, that a name goes on in the next segment. */
export const lossRules = [
  'persian',
  'english',
  'mention',
  'crossing-mention',
  'moved-mention',
  'link',
  'possible-link',
  'remark',
  'alignment',
  'taken',
  'title',
  'document-id',
  'segment-id',
  'status',
  'spacing',
  'label',
  'entity',
  'parted-mention',
] as const;
export type LossRule = (typeof lossRules)[number];

export interface Loss {
  readonly rule: LossRule;
  /** Mentions, links, remarks or rows. */
  readonly count: number;
  /** The first few rows. */
  readonly examples: readonly RowPlace[];
}

/** What an export holds, what it left out and why, and what it had to write otherwise than it stands in the document. */
export interface ExportReport {
  /** Rows written. */
  readonly written: number;
  readonly leftOut: readonly LeftOut[];
  readonly changed: readonly Changed[];
  readonly lost: readonly Loss[];
}
