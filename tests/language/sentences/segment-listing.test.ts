import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../shared/core/span.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { listSegments } from '../../../shared/language/sentences/segment-listing.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { goldSegmentation, sample } from '../sample.ts';
import { anyText } from '../strings.ts';

describe('the listing of segments', () => {
  it('tells the units of the sample by paragraph, with offsets and statements that count within it', () => {
    expect(listSegments(sample, persianRules)).toEqual({
      paragraphs: goldSegmentation.paragraphs.map(({ index, statements }) => ({
        index,
        units: statements.flatMap(({ attribution, sentences }, statement) => [
          ...(attribution.lead ? [attribution.lead] : []).map(({ start, end, text }) => ({
            kind: 'lead',
            statement,
            from: start,
            to: end,
            text,
          })),
          ...sentences.map(({ start, end, text }) => ({ kind: 'sentence', statement, from: start, to: end, text })),
        ]),
      })),
    });
  });

  it('is the same with CRLF and blank lines between the paragraphs', () => {
    const listing = listSegments(sample, persianRules);
    expect(listSegments(sample.replaceAll('\n', '\r\n'), persianRules)).toEqual(listing);
    expect(listSegments(sample.replaceAll('\n', '\n\n'), persianRules)).toEqual(listing);
  });

  it('keeps a paragraph without words, and is empty for a text without paragraphs', () => {
    expect(listSegments('***', persianRules)).toEqual({ paragraphs: [{ index: 0, units: [] }] });
    expect(listSegments(' \n', persianRules)).toEqual({ paragraphs: [] });
  });

  it('gives of any text every unit, with its own text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { paragraphs, units } = segmentSource(text, persianRules);
        const listed = listSegments(text, persianRules).paragraphs;
        expect(listed.map(({ index }) => index)).toEqual(paragraphs.map((_, index) => index));
        expect(listed.flatMap((paragraph) => paragraph.units.map((unit) => unit.text))).toEqual(
          units.map((unit) => slice(text, unit)),
        );
        for (const [at, { units: own }] of listed.entries()) {
          const line = slice(text, paragraphs[at] ?? { from: 0, to: 0 });
          expect(own.every((unit) => slice(line, unit) === unit.text)).toBe(true);
          expect(own[0]?.statement ?? 0).toBe(0);
        }
      }),
    );
  });
});
