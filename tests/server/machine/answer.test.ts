import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provedAnswer, saidLine } from '../../../server/machine/answer.ts';
import { isRendering } from '../../../shared/doc/model/rendering-text.ts';

const source = 'او گفت که می‌آید و می‌رود و باز می‌گردد.';
const proved = (raw: string, of = source) => provedAnswer(raw, of);

describe('an answer of a machine', () => {
  it('becomes one line', () => {
    expect(proved('  He said:\r\n\tyes.\u2028 And\u0007 no. ')).toEqual({ english: 'He said: yes. And no.' });
  });

  it('loses what turns or hides text, tags of Unicode too, and keeps its letters', () => {
    expect(proved('He \u202Esaid\u202C \u2066yes\u2069\u200F\uFEFF\u{E0041}\u{E007F} — naïve “café”.')).toEqual({
      english: 'He said yes — naïve “café”.',
    });
    expect(proved('He &#8238;said&#x202e; so.')).toEqual({ english: 'He said so.' });
  });

  it('loses markup, nested or broken, with scripts and what is in them', () => {
    expect(proved('<p>He <b>said</b> so.<script>alert("x")</script><!-- no --></p>')).toEqual({
      english: 'He said so.',
    });
    expect(proved('<<b>script>He<</b>/script> said')).toEqual({ english: 'said' });
    expect(proved('<img src=x onerror="alert(1)">He said 3 < 5 and 7 > 2.')).toEqual({
      english: 'He said 3 < 5 and 7 > 2.',
    });
  });

  it('keeps markup that the Persian has itself', () => {
    expect(proved('He said <br> and <i>left</i>.', 'او گفت <br> و رفت.')).toEqual({
      english: 'He said <br> and left.',
    });
  });

  it('reads references once, so that what was escaped stays text', () => {
    expect(proved('He said &amp;lt;b&amp;gt; &quot;so&quot; &#39;x&#39; &unknown; &#0;')).toEqual({
      english: 'He said &lt;b&gt; "so" \'x\' &unknown;',
    });
  });

  it('loses quotation marks around all of it, where the Persian is no quotation', () => {
    expect(proved('"He said so."')).toEqual({ english: 'He said so.' });
    expect(proved('"He" said "so"')).toEqual({ english: '"He" said "so"' });
    expect(proved('"He said so."', '«او گفت.»')).toEqual({ english: '"He said so."' });
  });

  it('is refused where it is empty, no English, or longer than a translation can be', () => {
    expect(proved('<p>\u200b</p>')).toEqual({ rule: 'empty' });
    expect(proved('او گفت yes که می‌آید.')).toEqual({ rule: 'foreign' });
    expect(proved('a'.repeat(1000))).toEqual({ rule: 'long' });
    expect(proved('a'.repeat(1_000_000), 'ا'.repeat(1_000_000))).toEqual({ rule: 'long' });
  });

  it('may stand in a rendering, whatever it was', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '&#8238;',
      '&lt;',
      'b',
      ' ',
      '\n',
      '\u202E',
      '\u2028',
      '&#55357;',
      '/',
      '"',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 9 })), { maxLength: 40 }),
        (parts) => {
          const answer = proved(parts.join(''));
          if (!('english' in answer)) return;
          expect(isRendering(answer.english)).toBe(true);
          expect(answer.english).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/u);
          expect(answer.english).toMatch(/^[^ ].*[^ ]$|^[^ ]$/u);
        },
      ),
    );
  });

  it('costs no more than its length, however it is nested', () => {
    const nested = `${'<'.repeat(90_000)}b${'>'.repeat(90_000)}`;
    expect('rule' in proved(nested)).toBe(true);
    expect('rule' in proved('<script>'.repeat(20_000))).toBe(true);
  });
});

describe('what a machine says of its trouble', () => {
  it('is one short line', () => {
    expect(saidLine(`model <b>x</b>\nnot\u202E found ${'x'.repeat(5000)}`)).toHaveLength(200);
    expect(saidLine('model <b>x</b>\nnot\u202E found')).toBe('model x not found');
  });
});
