/** Characters of a line; a longer one is cut off there, and told by `isLong`. */
export const MAX_LINE = 16_777_216;

/** A line, counted from 1, and what ends it; the end of the text is `''`. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly end: string;
  /** True for a line that goes on beyond `MAX_LINE`. */
  readonly isLong: boolean;
}

/** The lines of a text that comes in pieces; LF, CR LF and CR end one, and nothing else does. The last line counts where it is
 *  not empty. */
export class LineReader {
  private rest: string[] = [];
  private length = 0;
  private number = 0;
  /** A CR at the end of a piece waits, as an LF may follow. */
  private waiting = '';

  write(next: string): readonly Line[] {
    const all = this.waiting + next;
    this.waiting = all.endsWith('\r') ? '\r' : '';
    const piece = this.waiting === '' ? all : all.slice(0, -1);
    const lines: Line[] = [];
    let from = 0;
    for (const { index, 0: end } of piece.matchAll(/\r\n|[\n\r]/g)) {
      lines.push(this.line(piece.slice(from, index), end));
      from = index + end.length;
    }
    this.keep(piece.slice(from));
    return lines;
  }

  end(): readonly Line[] {
    return this.length + this.waiting.length > 0 ? [this.line('', this.waiting)] : [];
  }

  private keep(text: string): void {
    if (text !== '' && this.length <= MAX_LINE) this.rest.push(text);
    this.length += text.length;
  }

  private line(last: string, end: string): Line {
    this.keep(last);
    const text = this.rest.join('');
    const isLong = this.length > MAX_LINE;
    this.rest = [];
    this.length = 0;
    this.number += 1;
    return { number: this.number, text: isLong ? text.slice(0, MAX_LINE) : text, end, isLong };
  }
}

/** The lines of a text in pieces, as they come. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line, void> {
  const reader = new LineReader();
  for await (const piece of pieces) yield* reader.write(piece);
  yield* reader.end();
}
