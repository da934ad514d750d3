import type { Alignment } from '../../../shared/core/alignment.ts';
import type { Status } from '../../../shared/core/status.ts';
import type { LinkLabels } from './link-labels.ts';

/** What the editor could not do, or would not; the interface says it in words. */
export type NoticeKey =
  | 'acrossSegments'
  | 'nothingToConfirm'
  | 'allConfirmed'
  | 'allReviewed'
  | 'cannotSplit'
  | 'cannotMerge'
  | 'cannotMoveBoundary'
  | 'cannotCorrect'
  | 'cannotJoin'
  | 'cannotPart'
  | 'cannotMark'
  | 'keptByUndo'
  | 'nothingToMark'
  | 'nothingProposed'
  | 'nothingToLink'
  | 'nothingLinked'
  | 'nothingSuggested'
  | 'pickBothSides'
  | 'allLinked'
  | 'cannotMove'
  | 'cannotLeaveOut'
  | 'cannotRemoveRow'
  | 'splitAgain'
  | 'allPaired'
  | 'noneOdd'
  | 'tooLong'
  | 'readOnly';

/** Every word that the editor shows or says, in the language of the interface. Numbers come written in its digits. */
export interface EditorLabels {
  readonly language: 'en' | 'fa';
  /** The name of the whole text for a screen reader. */
  readonly editor: string;
  /** Stands where a rendering is still to be written. */
  readonly placeholder: string;
  /** Stands where a row has English alone, and where it has no English on purpose. */
  readonly noPersian: string;
  readonly leftOut: string;
  readonly source: string;
  readonly rendering: string;
  /** «Escape» was pressed: how to go on and how to come back. */
  readonly left: string;
  /** The keys that choose where a source is split. */
  readonly splitKeys: string;
  /** The name of the field in which the Persian is corrected, and its keys. */
  readonly correct: string;
  readonly correctKeys: string;
  /** The keys that choose what is marked as a name. */
  readonly nameKeys: string;
  readonly linked: string;
  readonly unlinked: string;
  readonly unmarked: string;
  /** A mention has been given its entity. */
  readonly meant: string;
  readonly links: LinkLabels;
  /** What is said when mending begins, ends, is left to write, and comes back from that. */
  readonly mending: { readonly on: string; readonly off: string; readonly writing: string; readonly back: string };
  /** A proposal was rejected. */
  readonly rejected: string;
  number(value: number): string;
  paragraph(number: number): string;
  segment(number: number, status: Status): string;
  state(status: Status): string;
  /** How a row came to pair what it pairs, in words. */
  alignment(alignment: Alignment): string;
  percent(share: number): string;
  words(count: number): string;
  characters(count: number): string;
  findings(count: number): string;
  splitBefore(word: string): string;
  boundaryBefore(word: string): string;
  /** A mention, by the name of its label. */
  mention(label: string): string;
  marked(label: string): string;
  /** The digit 1 makes one mention of the marked one and the other side's `name`. */
  joins(name: string): string;
  /** Something is proposed as a mention with that label, and how to accept or reject it. */
  proposed(label: string): string;
}
