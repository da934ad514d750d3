import { describe, expect, it } from 'vitest';
import { pastedText } from '../../../../client/editor/typing/clipboard.ts';

describe('what is pasted', () => {
  it('becomes one line', () => {
    expect(pastedText('one\ntwo\r\n\r\nthree\tfour\u2028five')).toBe('one two three four five');
  });

  it('loses the line breaks at its ends, not its spaces', () => {
    expect(pastedText('\n one \r\n')).toBe(' one ');
  });

  it('keeps ZWNJ, no-break spaces and the controls of direction', () => {
    const text = 'می\u200cروم\u00a0\u2067a\u2069\u200f';
    expect(pastedText(text)).toBe(text);
  });

  it('loses what no rendering may hold', () => {
    expect(pastedText('a\u0000b\ud800c\uffff')).toBe('abc');
  });
});
