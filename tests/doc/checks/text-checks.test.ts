import { describe, expect, it } from 'vitest';
import type { Status } from '../../../shared/core/status.ts';
import type { Taken } from '../../../shared/core/taken.ts';
import { documentFindings, documentFindingsInPieces } from '../../../shared/doc/checks/document-checks.ts';
import { type CheckPolicy, usualPolicy } from '../../../shared/doc/checks/policy.ts';
import { applyRemedy } from '../../../shared/doc/checks/remedy.ts';
import { setMatch } from '../../../shared/doc/edit/match.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { setAttributes } from '../../../shared/doc/edit/seam.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { linksFor } from '../../../shared/doc/model/links.ts';
import { gazetteerOf } from '../../../shared/names/gazetteer/gazetteer.ts';
import { glossaryOf } from '../../../shared/terms/glossary.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, segment, sourceOf } from '../document.ts';
import { changed } from '../meeting.ts';

const names = { entities: new Map(), gazetteer: gazetteerOf([]) };

/** A document whose paragraphs hold these segments: Persian, English, status. */
function made(...paragraphs: readonly (readonly (readonly [string, string, Status?])[])[]) {
  const source = sourceOf(paragraphs.map((segments) => segments.map(([persian]) => persian).join(' ')).join('\n'));
  let at = 0;
  const nodes = paragraphs.flatMap((segments) =>
    segments.map(([persian, english, status = 'translated'], nth) => {
      const from = at;
      at += persian.length + 1;
      return segment(`${from}.${nth}`, '', english, { from, to: from + persian.length, status });
    }),
  );
  return { source, document: doc(page(...nodes)) };
}

function found({ source, document }: ReturnType<typeof made>, policy: CheckPolicy = usualPolicy) {
  return documentFindings(document, source.text, names, policy);
}
const rules = (made_: ReturnType<typeof made>, policy?: CheckPolicy) => found(made_, policy).map(({ rule }) => rule);

describe('the texts of a document', () => {
  it('are checked with their places, each finding with an id that lasts', () => {
    const before = made([['در ۱۴ روز.', 'In 41 days.']], [['سلام.', 'Hello.']]);
    const [finding] = found(before);
    expect(finding).toMatchObject({
      ...{ rule: 'text.number', severity: 'error', segment: '0.0', mention: null },
      found: { side: 'target', from: 3, to: 5 },
      remedy: { kind: 'replace', segment: '0.0', from: 3, before: '41', after: '14' },
    });
    const moved = made([['در ۱۴ روز.', 'Yes, in 41 days.']], [['سلام.', 'Hello.']]);
    expect(found(moved)[0]?.id).toBe(finding?.id);
    const other = made([['در ۱۴ روز.', 'In 42 days.']]);
    expect(found(other)[0]?.id).not.toBe(finding?.id);
  });

  it('have a missing term put in place of the one stretch that is linked with its Persian', () => {
    const glossary = glossaryOf([
      {
        ...{ id: 't', fa: 'بانک مرکزی', note: '', domain: '', partOfSpeech: null },
        en: [{ text: 'central bank', use: 'preferred' }],
      },
    ]);
    const remedy = (persian: string, english: string, links: readonly (readonly [string, string, boolean?])[]) => {
      const base = made([[persian, english]]);
      const span = (text: string, part: string) => {
        const from = text.indexOf(part);
        return { from, to: from + part.length };
      };
      const pairs = links.map(([fa, en, sure = true]) => ({
        ...{ source: span(persian, fa), rendering: span(english, en), sure },
      }));
      const document = changed(
        base.document,
        (tr) => setAttributes(tr, 1, { links: linksFor(english, pairs) }) || true,
      );
      const all = documentFindings(document.doc, base.source.text, { ...names, glossary }, usualPolicy);
      const finding = all.find(({ rule }) => rule === 'term.missing');
      expect(finding).toBeDefined();
      const remedied = finding?.remedy;
      if (!remedied) return null;
      return changed(document.doc, (tr) => applyRemedy(tr, remedied, base.source)).doc.textContent;
    };
    const [bank, central, said] = ['بانک', 'مرکزی', 'گفت'];
    const text = 'بانک مرکزی گفت.';
    const both = [
      [bank, 'reserve'],
      [central, 'main'],
    ] as const;
    expect(remedy(text, 'The main reserve said.', both)).toBe('The central bank said.');
    expect(
      remedy(text, 'Main reserve said.', [
        [bank, 'reserve'],
        [central, 'Main'],
      ]),
    ).toBe('Central bank said.');
    expect(remedy(text, 'The main reserve said.', [])).toBeNull();
    expect(remedy(text, 'The main reserve said.', [[bank, 'reserve']])).toBeNull();
    expect(
      remedy(text, 'The main reserve said.', [
        [bank, 'reserve', false],
        [central, 'main'],
      ]),
    ).toBeNull();
    expect(remedy(text, 'The main big reserve said.', both)).toBeNull();
    expect(remedy(text, 'The main reserve said.', [...both, [said, 'reserve']])).toBeNull();
    expect(remedy('بانک‌های مرکزی گفتند.', 'The main reserve said.', both)).toBeNull();
  });

  it('are told once more where they were confirmed as a machine or another text had them', () => {
    const confirmed = (taken: Omit<Taken, 'print'>, english: string, status: Status = 'translated') => {
      const base = made([['سلام.', '', 'initial']]);
      const standing = { status: 'draft', origin: 'memory', taken } as const;
      const document = changed(base.document, (tr) => {
        setMatch(tr, '0.0', { target: 'Hello.', names: [] }, standing);
        setRendering(tr, '0.0', english);
        return setStatus(tr, '0.0', status) || true;
      }).doc;
      return found({ ...base, document }).filter(({ rule }) => rule === 'text.unedited');
    };
    const match = { score: 82, from: 'MEMORY', at: 1 };
    expect(confirmed(match, 'Hello.')).toMatchObject([
      { severity: 'hint', segment: '0.0', remedy: null, values: { kind: 'match', score: 82, from: 'MEMORY' } },
    ]);
    expect(confirmed({ ...match, score: null }, 'Hello.')).toMatchObject([{ values: { kind: 'machine' } }]);
    expect(confirmed(match, 'Hello there.')).toEqual([]);
    expect(confirmed(match, 'Hello.', 'draft')).toEqual([]);
    expect(confirmed({ ...match, score: 100 }, 'Hello.')).toEqual([]);
  });

  it('lack nothing while somebody writes them', () => {
    expect(rules(made([['در ۱۴ روز.', '', 'initial']]))).toEqual([]);
    expect(rules(made([['در ۱۴ روز.', 'In', 'draft']]))).toEqual([]);
    expect(rules(made([['در ۱۴ روز.', 'In 41 the the', 'draft']]))).toEqual(['text.number', 'text.repeated']);
    expect(rules(made([['در ۱۴ روز.', 'In']]))).toEqual(['text.number', 'text.end']);
  });

  it('are judged by paragraphs once these are whole', () => {
    const quoted = (status: Status) =>
      made(
        [
          ['او گفت: «نخست.', 'He said: “First.'],
          ['سپس آن.»', 'Then that.', status],
        ],
        [['سوم.', 'Third.']],
      );
    expect(rules(quoted('translated'))).toEqual(['text.quote']);
    expect(rules(quoted('draft'))).toEqual([]);
  });

  it('are compared with each other', () => {
    const twice = made(
      [['سلام دنیا.', 'Hello world.']],
      [['سلام دنیا.', 'Hi world.']],
      [['سلام دنیا.', 'Ho.', 'draft']],
    );
    expect(found(twice).map(({ rule, segment }) => [rule, segment])).toEqual([['text.inconsistent', '11.0']]);
  });

  it('matter as the project wants', () => {
    const wrong = made([['او می رود ۵.', 'He goes  6.']]);
    expect(rules(wrong)).toEqual(['text.number', 'text.space']);
    const policy = {
      weights: { 'text.number': 'off', 'text.space': 'error', 'source.zwnj': 'hint' },
      holdsBack: false,
      english: 'any',
    } as const;
    expect(found(wrong, policy).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['text.space', 'error'],
      ['source.zwnj', 'hint'],
    ]);
  });

  it('are mended by one change, as long as they read so', () => {
    const { source, document } = made([['در ۱۴ روز.', 'In 41 days.']]);
    const remedy = documentFindings(document, source.text, names, usualPolicy)[0]?.remedy;
    if (!remedy) throw new Error('There is no remedy');
    const mended = expectChange(
      document,
      (tr) => applyRemedy(tr, remedy, source),
      ['0.0 [در ۱۴ روز.] draft: In 14 days.'],
      source,
    );
    expect(mended.textContent).toBe('In 14 days.');
    const other = changed(document, (tr) => setRendering(tr, '0.0', 'After 4 days.')).doc;
    expectRefusal(other, (tr) => applyRemedy(tr, remedy, source));
  });

  it('come in pieces, and what was found is not looked for again', () => {
    const { source, document } = made(...Array.from({ length: 50 }, () => [['در ۱۴ روز.', 'In 41 days.'] as const]));
    const pieces = () => [...documentFindingsInPieces(document, source.text, names, usualPolicy)].length;
    expect(pieces()).toBeGreaterThan(100);
    const [first] = documentFindings(document, source.text, names, usualPolicy);
    const [again] = documentFindings(document, source.text, names, usualPolicy);
    expect(again?.values).toBe(first?.values);
  });
});

describe('a first check', () => {
  it('looks for one rule in one pair at a time, and at one of many that are alike', () => {
    const count = (segments: number) => {
      const rows = Array.from(
        { length: segments },
        () => ['او دیروز به خانه رفت.', 'He went home today, he says.'] as const,
      );
      const { document, source } = made(rows);
      return [...documentFindingsInPieces(document, source.text, names, usualPolicy)].length;
    };
    const ofEach = (count(40) - count(20)) / 20;
    expect(ofEach).toBeGreaterThan(12);
  });
});
