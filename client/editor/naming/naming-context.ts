import type { EditorView } from 'prosemirror-view';
import type { Reading } from '../../../shared/doc/model/anchored.ts';
import type { Grid } from '../page/grid.ts';
import type { MentionLight } from '../paint/mention-light.ts';
import type { MentionPaint } from '../paint/mention-paint.ts';
import type { Announcer } from '../state/announcer.ts';
import type { Hint } from '../state/hint.ts';
import type { NoticeKey } from '../state/labels.ts';
import type { NameCursor } from './name-cursor.ts';

/** What naming needs besides the document. */
export interface NamingContext {
  readonly view: EditorView;
  readonly grid: Grid;
  readonly paint: MentionPaint;
  readonly light: MentionLight;
  readonly cursor: NameCursor;
  readonly hint: Hint;
  readonly announcer: Announcer;
  readonly newId: () => string;
  notice(key: NoticeKey): void;
  /** The keys mean something else now. */
  changed(): void;
  /** Where the English of a mention is proposed. */
  proposedEnglish(mention: string): Reading | null;
  /** Opens the menu at what is covered; with `focus` it takes the keys. `null` closes it. */
  menu(opening: NameMenuOpening | null): void;
}

export interface NameMenuOpening {
  readonly anchor: DOMRect;
  readonly focus: boolean;
}
