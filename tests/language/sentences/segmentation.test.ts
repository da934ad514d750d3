import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../shared/core/span.ts';
import { englishRules, persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { goldSegmentation, goldTranslations, paragraphs, sample } from '../sample.ts';
import { anyText, graphemeBoundaries } from '../strings.ts';
import { units } from './units.ts';

const bothRules = fc.constantFrom(persianRules, englishRules);

describe('the sample', () => {
  const outline = segmentSource(sample, persianRules);

  it('has the 23 units of the reference, each with its paragraph, its statement and its kind', () => {
    let statement = -1;
    const expected = goldSegmentation.paragraphs.flatMap(({ index, statements }) =>
      statements.flatMap(({ attribution, sentences }) => {
        statement += 1;
        const lead = attribution.lead ? [{ ...attribution.lead, kind: 'lead' }] : [];
        const said = sentences.map((sentence) => ({ ...sentence, kind: 'sentence' }));
        return [...lead, ...said].map(({ kind, start, end, text }) => ({
          paragraph: index,
          statement,
          kind,
          start,
          end,
          text,
        }));
      }),
    );
    const found = outline.units.map((unit) => {
      const start = outline.paragraphs[unit.paragraph]?.from ?? 0;
      return {
        paragraph: unit.paragraph,
        statement: unit.statement,
        kind: unit.kind,
        start: unit.from - start,
        end: unit.to - start,
        text: slice(sample, unit),
      };
    });
    expect(expected).toHaveLength(23);
    expect(found).toEqual(expected);
  });

  it('has the paragraphs and the seven statements of the reference, attributed as there', () => {
    expect(outline.paragraphs.map((paragraph) => slice(sample, paragraph))).toEqual(paragraphs);
    expect(outline.statements.map(({ paragraph, attribution }) => [paragraph, attribution])).toEqual(
      goldSegmentation.paragraphs.flatMap(({ index, statements }) =>
        statements.map(({ attribution }) => [index, attribution.kind]),
      ),
    );
  });

  it('is sure of its six leads', () => {
    const leads = outline.units.filter(({ kind }) => kind === 'lead');
    expect(leads).toHaveLength(6);
    expect(leads.every(({ confidence }) => confidence !== null && confidence > 0.85 && confidence <= 1)).toBe(true);
    expect(outline.units.filter(({ kind, confidence }) => kind === 'sentence' && confidence !== null)).toEqual([]);
  });

  it('has the same units in English, by the English rules', () => {
    const english = goldTranslations
      .map(({ id, kind, target }, at) => {
        const next = goldTranslations[at + 1]?.id ?? '';
        const [paragraph, statement] = id.split('.');
        if (kind === 'lead') return `${target}: `;
        if (!next.startsWith(`${paragraph}.`)) return `${target}\n`;
        return next.startsWith(`${paragraph}.${statement}.`) ? `${target} ` : `${target} / `;
      })
      .join('');
    const outlineOfEnglish = segmentSource(english, englishRules);
    expect(outlineOfEnglish.units.map((unit) => slice(english, unit))).toEqual(
      goldTranslations.map(({ target }) => target),
    );
    expect(outlineOfEnglish.units.map(({ kind, paragraph, statement }) => [kind, paragraph, statement])).toEqual(
      outline.units.map(({ kind, paragraph, statement }) => [kind, paragraph, statement]),
    );
    expect(outlineOfEnglish.statements.map(({ attribution }) => attribution)).toEqual(
      outline.statements.map(({ attribution }) => attribution),
    );
  });
});

describe('paragraphs', () => {
  it.each(['\n', '\r\n', '\r', '\u2029', '\n\n', '\n \u00a0\t\n'])('end with %j', (lineEnd) => {
    const text = `او آمد.${lineEnd}او رفت.${lineEnd}`;
    const { paragraphs: found } = segmentSource(text, persianRules);
    expect(found.map((paragraph) => slice(text, paragraph))).toEqual(['او آمد.', 'او رفت.']);
  });

  it('keep a line separator, which ends a sentence but not the statement', () => {
    const outline = segmentSource('خط اول\u2028خط دوم\vخط سوم', persianRules);
    expect(outline.units.map(({ paragraph, statement }) => [paragraph, statement])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('may have no unit when they hold no word, but still count', () => {
    const outline = segmentSource('او آمد.\n***\n… —\nاو رفت.', persianRules);
    expect(outline.paragraphs).toHaveLength(4);
    expect(outline.units.map(({ paragraph }) => paragraph)).toEqual([0, 3]);
    expect(outline.statements.map(({ paragraph }) => paragraph)).toEqual([0, 3]);
  });

  it('are none in a text of nothing or of space', () => {
    for (const text of ['', ' ', '\n\n', '\u00a0\u2028', '\ufeff']) {
      expect(segmentSource(text, persianRules)).toEqual({ paragraphs: [], statements: [], units: [] });
    }
  });
});

describe('the units of any text', () => {
  it('tile each paragraph in order, without overlap, and leave out no letter and no number', () => {
    fc.assert(
      fc.property(anyText, bothRules, (text, rules) => {
        const outline = segmentSource(text, rules);
        let end = 0;
        for (const unit of outline.units) {
          expect(unit.from).toBeGreaterThanOrEqual(end);
          expect(slice(text, unit)).toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(end, unit.from)).not.toMatch(/[\p{L}\p{N}]/u);
          end = unit.to;
        }
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 500 },
    );
  });

  it('lie in their statement, and that in its paragraph', () => {
    fc.assert(
      fc.property(anyText, bothRules, (text, rules) => {
        const outline = segmentSource(text, rules);
        for (const statement of outline.statements) {
          const paragraph = outline.paragraphs[statement.paragraph] ?? { from: 1, to: 0 };
          expect(statement.from >= paragraph.from && statement.to <= paragraph.to).toBe(true);
        }
        for (const [at, unit] of outline.units.entries()) {
          const statement = outline.statements[unit.statement];
          expect(statement?.paragraph).toBe(unit.paragraph);
          expect(unit.from >= (statement?.from ?? 0) && unit.to <= (statement?.to ?? 0)).toBe(true);
          const isFirst = outline.units[at - 1]?.statement !== unit.statement;
          expect(unit.kind === 'lead').toBe(isFirst && statement?.attribution === 'lead');
        }
        expect(new Set(outline.units.map((unit) => unit.statement)).size).toBe(outline.statements.length);
      }),
      { numRuns: 500 },
    );
  });

  it('begin and end without space, cut no grapheme, and hold no line end', () => {
    fc.assert(
      fc.property(anyText, bothRules, (text, rules) => {
        const boundaries = graphemeBoundaries(text);
        for (const unit of segmentSource(text, rules).units) {
          const said = slice(text, unit);
          expect(boundaries.has(unit.from) && boundaries.has(unit.to)).toBe(true);
          expect(said).not.toMatch(/[\n\r\u2029]/);
          if (boundaries.has(unit.from + 1)) expect(said).not.toMatch(/^\s/);
          if (boundaries.has(unit.to - 1)) expect(said).not.toMatch(/\s$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stay what they are when each is segmented by itself after plain sentences', () => {
    const said = units(sample, persianRules);
    const again = segmentSource(sample, persianRules)
      .units.filter(({ kind }) => kind === 'sentence')
      .flatMap((unit) => units(slice(sample, unit), persianRules));
    expect(again).toEqual(said.filter((unit) => !unit.endsWith(':')));
  });
});

describe('texts of 100,000 characters and more on one line', () => {
  const long = (part: string) => part.repeat(Math.ceil(100_000 / part.length));

  it.each([
    '.',
    '. ',
    './ ',
    '/ ',
    ': ',
    ' ',
    'ا',
    'ما ',
    'a. ',
    'ابپ.',
    '۱. ',
    '1.',
    '.»',
    '« ',
    '.[1]',
    '.[',
    '\u0301',
    ' \u0301.',
    '\u200c',
    'ـ',
    'وـ',
    '\ud800',
    '👨‍👩‍👧. ',
    'www.',
    '(ا. ',
    'ا.(',
    '.[ا ',
    'بی.بی\u200c',
    '۱۲ا . ',
    'ا\u064e\u0640',
    'http://a',
    '//',
    'وزیر ',
    'تأکید ',
    'گفت که ',
    '؟!…',
    'آقای م. ح. گفت: «چه؟» و / یا ',
  ])('of %j are cut without a stumble', (part) => {
    const text = long(part);
    for (const rules of [persianRules, englishRules]) {
      const found = segmentSource(text, rules).units;
      expect(found.length > 0).toBe(/[\p{L}\p{N}]/u.test(part));
      expect(found.at(-1)?.to ?? 0).toBeLessThanOrEqual(text.length);
    }
  });
});
