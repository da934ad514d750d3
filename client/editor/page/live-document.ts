import type { Node } from 'prosemirror-model';
import type { Outline } from '../../../shared/core/outline.ts';
import type { Span } from '../../../shared/core/span.ts';
import { type SourceText, sourceOf, sourceTextOf } from '../../../shared/doc/model/source.ts';
import { correctedOutline } from '../../../shared/language/sentences/corrected-outline.ts';
import { type Beginnings, beginningsIn } from './beginnings.ts';

/** What an editor must know besides the ProseMirror document: the source as it was imported. */
export interface EditorDocument {
  readonly source: string;
  readonly outline: Outline;
}

/** The source of the document that an editor shows, as it is now: whoever holds this reads what people have corrected. */
export class LiveDocument implements EditorDocument, SourceText {
  /** The document that is shown. */
  shown: () => Node;
  private readonly original: EditorDocument;
  private known: { readonly text: string; readonly outline: Outline; readonly begins: (segment: Span) => Beginnings };

  constructor(original: EditorDocument, doc: Node) {
    this.original = original;
    this.shown = () => doc;
    this.known = { text: original.source, outline: original.outline, begins: beginningsIn(original.outline) };
  }

  get source(): string {
    return sourceTextOf(this.shown(), this.original.source);
  }

  get outline(): Outline {
    return this.read().outline;
  }

  get text(): string {
    return this.source;
  }

  get paragraphs(): readonly Span[] {
    const { source, outline } = this.original;
    return sourceOf(this.shown(), { text: source, paragraphs: outline.paragraphs }).paragraphs;
  }

  /** What a range of the source begins. */
  beginnings(segment: Span): Beginnings {
    return this.read().begins(segment);
  }

  private read() {
    const text = this.source;
    if (this.known.text !== text) {
      const { source, outline } = this.original;
      const corrected = text === source ? outline : correctedOutline(source, outline, text);
      this.known = { text, outline: corrected, begins: beginningsIn(corrected) };
    }
    return this.known;
  }
}
