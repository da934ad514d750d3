import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { findingCounts } from '../../../shared/core/finding.ts';
import { entityFindings, entityFindingsInPieces } from '../../../shared/doc/checks/entity-checks.ts';
import { entityRules } from '../../../shared/doc/checks/entity-finding.ts';
import { applyRemedy } from '../../../shared/doc/checks/remedy.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { setStatus, splitSegment } from '../../../shared/doc/edit/structure.ts';
import type { Entity, OtherName } from '../../../shared/names/entity/entity.ts';
import { gazetteerOf } from '../../../shared/names/gazetteer/gazetteer.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { covered, doc, mention, page, segment, shown, sourceOf } from '../document.ts';
import { changed } from '../meeting.ts';

const source = sourceOf('وزیر روسیه گفت. سازمان همکاری اسلامی و روسیه.\nدبیرکل سازمان همكاری اسلامی رفت.');
const { text } = source;

/** Where `words` stand for the `nth` time. */
function persian(words: string, nth = 1): { readonly from: number; readonly to: number } {
  const from = text.split(words).slice(0, nth).join(words).length;
  return { from, to: from + words.length };
}

function entity(id: string, parts: Partial<Entity>): [string, Entity] {
  return [id, { id, label: 'ORG', fa: '', en: '', faOther: [], enOther: [], wikidata: null, note: '', ...parts }];
}

const names = (...other: readonly (readonly [string, OtherName['use']])[]) =>
  other.map(([name, use]) => ({ name, use }));
const known = {
  entities: new Map([
    entity('ru', { label: 'GPE', fa: 'روسیه', en: 'Russia', enOther: names(['Muscovy', 'forbidden']) }),
    entity('oic', {
      fa: 'سازمان همکاری اسلامی',
      en: 'Organisation of Islamic Cooperation (OIC)',
      enOther: names(['Islamic Organisation', null], ['the Organisation', 'short form']),
    }),
    entity('other', { fa: 'سازمان همکاری اسلامی', en: '' }),
  ]),
  gazetteer: gazetteerOf([{ id: 'RU', label: 'GPE', fa: ['روسیه'], en: ['Russia'], kin: ['Russian'] }]),
};
const findings = (document: Node) => entityFindings(document, text, known);
const rules = (document: Node) => findings(document).map(({ rule, mention: id }) => `${rule} ${id}`);

/** Three segments with these renderings, and mentions. */
function translated(renderings: readonly string[], ...mentions: readonly Node[]): Node {
  const ends = [15, 45, text.length];
  const segments = ends.map((to, index) =>
    segment(`s${index + 1}`, '', renderings[index] ?? '', { from: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, to }),
  );
  return doc(page(...segments), ...mentions);
}

const russia = (id: string, nth = 1) => mention(id, { ...persian('روسیه', nth), label: 'GPE', entity: 'ru' });
const oic = (id: string, nth = 1, parts: { entity?: string | null } = {}) =>
  mention(id, {
    ...persian(nth === 1 ? 'سازمان همکاری اسلامی' : 'سازمان همكاری اسلامی'),
    label: 'ORG',
    entity: 'oic',
    ...parts,
  });
const confirmed = (document: Node, id: string) => changed(document, (tr) => setStatus(tr, id, 'translated')).doc;

describe('the checks', () => {
  it('find nothing where all is well', () => {
    const well = translated(
      [
        'The minister of <m1>Russia</m1> spoke.',
        'The <m2>OIC</m2> and <m3>Russian</m3> it.',
        'The <m4>Organisation of Islamic Cooperation</m4> left.',
      ],
      ...[russia('m1'), oic('m2'), russia('m3', 2), oic('m4', 2)],
    );
    expect(findings(well)).toEqual([]);
    expect(findings(confirmed(confirmed(well, 's1'), 's2'))).toEqual([]);
  });

  it('do not look at what nobody has accepted', () => {
    const proposed = mention('m1', { ...persian('روسیه'), label: 'PER', entity: 'ru', state: 'proposed' });
    expect(findings(confirmed(translated(['Text'], proposed), 's1'))).toEqual([]);
  });

  it('have ids of their own, which stay while the same is told of the same', () => {
    const wrong = translated(
      ['A <m1>Rusia</m1> spoke.', 'The <m2>OIC</m2>.', '<m4>Group</m4>'],
      russia('m1'),
      oic('m2'),
      oic('m4', 2),
    );
    const ids = findings(wrong).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const longer = changed(wrong, (tr) => setRendering(tr, 's1', 'At last a Rusia spoke.')).doc;
    expect(findings(longer).map(({ id }) => id)).toEqual(ids);
    const other = changed(wrong, (tr) => setRendering(tr, 's1', 'A Russsia spoke.')).doc;
    expect(findings(other)[0]?.id).not.toBe(ids[0]);
    for (const id of ids) expect(id.length).toBeLessThan(200);
  });

  it('are counted by segment', () => {
    const found = findings(translated(['<m1>Rusia</m1> and <m3>Ruthenia</m3>'], russia('m1'), russia('m3', 1)));
    expect(findingCounts(found).get('s1')).toBe(found.length);
  });

  it('name their rules and how much they matter', () => {
    for (const { rule, severity } of findings(translated(['<m1>Rusia</m1>'], russia('m1')))) {
      expect(severity).toBe(entityRules[rule]);
    }
  });
});

describe('a mention that lacks a side', () => {
  const waiting = translated(['The minister of Russia spoke.'], russia('m1'));

  it('is told of in a confirmed segment only; an unmarked name gives it its English', () => {
    expect(rules(waiting)).toEqual([]);
    const [finding] = findings(confirmed(waiting, 's1'));
    expect(finding).toMatchObject({
      rule: 'entity.untranslated',
      segment: 's1',
      values: { entity: 'Russia', surface: 'روسیه' },
      remedy: { kind: 'mark-rendering', mention: 'm1', place: { segment: 's1', from: 16, to: 22 } },
    });
  });

  it('is told of when a confirmed segment loses its English, and no more when that comes back', () => {
    const whole = confirmed(translated(['The minister of <m1>Russia</m1> spoke.'], russia('m1')), 's1');
    expect(rules(whole)).toEqual([]);
    const deleted = changed(whole, (tr) => setRendering(tr, 's1', 'The minister spoke.', { status: 'final' })).doc;
    expect(findings(deleted)).toMatchObject([{ rule: 'entity.untranslated', remedy: null }]);
  });

  it('is told of when it stands in the English alone; an unmarked name gives it its Persian', () => {
    const added = translated(['The <m1>Russia</m1> it.'], mention('m1', { label: 'GPE', entity: 'ru' }));
    expect(findings(added)).toMatchObject([
      { rule: 'entity.added', segment: 's1', remedy: { kind: 'mark-source', mention: 'm1', range: persian('روسیه') } },
    ]);
  });

  it('is made one with its other half, which the same entity has in that segment', () => {
    const halves = translated(
      ['The minister of <m2>Russia</m2> spoke.'],
      russia('m1'),
      mention('m2', { label: 'GPE', entity: 'ru' }),
    );
    const join = { kind: 'join', mention: 'm1', other: 'm2' };
    expect(findings(halves)).toMatchObject([{ rule: 'entity.added', remedy: join }]);
    expect(findings(confirmed(halves, 's1'))).toMatchObject([
      { rule: 'entity.untranslated', remedy: join },
      { rule: 'entity.added', remedy: join },
    ]);
  });

  it('is told of when it stands nowhere, to be removed', () => {
    const lost = translated(['Text'], mention('m1', { label: 'GPE', entity: 'ru' }));
    expect(findings(lost)).toMatchObject([
      { rule: 'entity.nowhere', segment: null, mention: 'm1', remedy: { kind: 'remove', mention: 'm1' } },
    ]);
  });
});

describe('the name of an entity', () => {
  const said = (rendering: string) => findings(translated([`The <m1>${rendering}</m1> it.`], russia('m1')));

  it('may be any of its own, in any case, with a possessive, or a word of the same root', () => {
    for (const rendering of ['Russia', 'RUSSIA', 'Russia’s', "Russia's", 'Russian'])
      expect(said(rendering)).toEqual([]);
  });

  it('is none of its own: the preferred one is offered in its place', () => {
    expect(said('Rusia’s')).toMatchObject([
      {
        rule: 'entity.name',
        values: { entity: 'Russia', rendering: 'Rusia’s', name: 'Russia' },
        remedy: { kind: 'write', places: [{ mention: 'm1', before: 'Rusia’s', after: 'Russia’s' }] },
      },
    ]);
  });

  it('is forbidden', () => {
    expect(said('Muscovy')).toMatchObject([{ rule: 'entity.forbidden', severity: 'error', remedy: { kind: 'write' } }]);
  });

  it('is not judged where no English name is known, or the entity is gone', () => {
    for (const id of ['other', 'gone', null]) {
      const document = translated(['', 'The <m1>Group</m1>'], oic('m1', 1, { entity: id }));
      expect(findings(document)).toEqual([]);
    }
  });
});

describe('an entity in one document', () => {
  const both = (one: string, other: string) =>
    findings(translated(['', `<m1>${one}</m1>`, `<m2>${other}</m2>`], oic('m1'), oic('m2', 2)));

  it('has two renderings: the usual one is offered in place of the others', () => {
    expect(both('Islamic Organisation', 'the Organisation of Islamic Cooperation')).toMatchObject([
      {
        rule: 'entity.renderings',
        mention: 'm1',
        values: { others: 'Islamic Organisation', usual: 'Organisation of Islamic Cooperation (OIC)', count: 1 },
        remedy: { kind: 'write', places: [{ mention: 'm1', before: 'Islamic Organisation' }] },
      },
    ]);
  });

  it('may have a short form beside its name, and its name with brackets or without', () => {
    expect(both('the Organisation', 'OIC')).toEqual([]);
    expect(both('Organisation of Islamic Cooperation', 'OIC')).toEqual([]);
  });

  it('has two renderings of which one is none of its names: both are told', () => {
    expect(both('OIC', 'Islamic Conference').map(({ rule }) => rule)).toEqual(['entity.name', 'entity.renderings']);
  });

  it('has two renderings where nobody has said what it is called: the one that stands more often is the usual', () => {
    const unnamed = {
      ...known,
      entities: new Map([entity('oic', { fa: 'سازمان', enOther: names(['Club', 'forbidden']) })]),
    };
    const document = translated(
      ['', '<m1>Group</m1> or <m3>League</m3>', 'the <m2>League</m2>'],
      ...[oic('m1'), oic('m3'), oic('m2', 2)],
    );
    expect(entityFindings(document, text, unnamed)).toMatchObject([
      {
        rule: 'entity.renderings',
        mention: 'm1',
        values: { entity: 'سازمان', others: 'Group', usual: 'League', count: 1 },
        remedy: { kind: 'write', places: [{ mention: 'm1', before: 'Group', after: 'League' }] },
      },
    ]);
  });
});

describe('one name in Persian', () => {
  it('means two entities, in whatever spelling', () => {
    const document = translated(['', '<m1>OIC</m1>', '<m2>Group</m2>'], oic('m1'), oic('m2', 2, { entity: 'other' }));
    expect(findings(document)).toMatchObject([
      {
        rule: 'entity.surface',
        mention: 'm2',
        values: { surface: 'سازمان همكاری اسلامی', usual: 'Organisation of Islamic Cooperation (OIC)' },
        remedy: null,
      },
    ]);
  });

  it('means mostly one: the others can be linked to it', () => {
    const document = translated(
      ['', '<m1>OIC</m1> <m3>OIC</m3>', '<m2>Group</m2>'],
      ...[oic('m1'), oic('m3'), oic('m2', 2, { entity: 'other' })],
    );
    expect(findings(document)).toMatchObject([
      { rule: 'entity.surface', remedy: { kind: 'describe', mentions: ['m2'], as: { entity: 'oic' } } },
    ]);
  });
});

describe('a mention', () => {
  it('has another label than its entity', () => {
    const document = translated(
      ['', '<m1>OIC</m1>'],
      mention('m1', { ...persian('سازمان همکاری اسلامی'), entity: 'oic' }),
    );
    expect(findings(document)).toMatchObject([
      {
        rule: 'entity.label',
        values: { label: 'PER', own: 'ORG' },
        remedy: { kind: 'describe', mentions: ['m1'], as: { label: 'ORG' } },
      },
    ]);
  });

  it('has a label that the project has not any more: that of its entity takes its place', () => {
    const document = translated(
      ['', '<m1>OIC</m1>', '<m2>OIC</m2>'],
      mention('m1', { ...persian('سازمان همکاری اسلامی'), label: 'BLOC', entity: 'oic' }),
      mention('m2', { ...persian('سازمان همكاری اسلامی'), label: 'BLOC' }),
    );
    const left = { ...known, labels: new Set(['ORG', 'GPE']) };
    expect(entityFindings(document, text, left)).toMatchObject([
      {
        rule: 'entity.unlabelled',
        values: { label: 'BLOC' },
        remedy: { kind: 'describe', mentions: ['m1'], as: { label: 'ORG' } },
      },
      { rule: 'entity.unlabelled', mention: 'm2', remedy: null },
    ]);
    expect(rules(document)).toEqual(['entity.label m1']);
  });

  it('crosses a border after a split, and no more once that is merged away', () => {
    const whole = translated(['', 'The <m1>OIC</m1> and Russia.'], oic('m1'));
    const cut = (tr: Parameters<typeof splitSegment>[0]) =>
      splitSegment(tr, 's2', { source: persian('همکاری').from, rendering: 8 }, 'new', source);
    const split = changed(whole, cut).doc;
    const [finding] = findings(split);
    expect(finding).toMatchObject({ rule: 'entity.border', remedy: { kind: 'merge', segments: ['s2', 'new'] } });
    const { doc: after } = changed(split, (tr) => finding?.remedy && applyRemedy(tr, finding.remedy, source));
    expect(findings(after)).toEqual([]);
  });

  it('crosses to a segment far off: its English can be unlinked', () => {
    const far = translated(
      ['The <m1>OIC</m1>', '', ''],
      mention('m1', { ...persian('سازمان همكاری اسلامی'), label: 'ORG', entity: 'oic' }),
    );
    expect(findings(far)).toMatchObject([{ rule: 'entity.border', remedy: { kind: 'unlink', mention: 'm1' } }]);
  });
});

describe('a check in pieces', () => {
  it('finds the same, and gives way after each mention', () => {
    const document = translated(
      ['', '<m1>OIC</m1> <m3>OIC</m3>', '<m2>Group</m2>'],
      ...[oic('m1'), oic('m3'), oic('m2', 2, { entity: 'other' })],
    );
    const work = entityFindingsInPieces(document, text, known);
    let pauses = 0;
    let next = work.next();
    for (; !next.done; next = work.next()) pauses += 1;
    expect(next.value).toEqual(findings(document));
    expect(pauses).toBeGreaterThanOrEqual(6);
  });
});

describe('every remedy', () => {
  const documents: readonly (readonly [string, Node, readonly string[]])[] = [
    [
      'marks the English',
      confirmed(translated(['The minister of Russia spoke.'], russia('m1')), 's1'),
      ['translated: The minister of <m1>Russia</m1> spoke.'],
    ],
    [
      'marks the Persian',
      translated(['<m1>Russia</m1>'], mention('m1', { label: 'GPE', entity: 'ru' })),
      ['draft: <m1>Russia</m1>'],
    ],
    [
      'joins two halves',
      translated(['<m2>Russia</m2>'], russia('m1'), mention('m2', { label: 'GPE', entity: 'ru' })),
      ['draft: <m1>Russia</m1>'],
    ],
    [
      'writes a name',
      confirmed(translated(['The <m1>Rusia</m1> it.'], russia('m1')), 's1'),
      ['draft: The <m1>Russia</m1> it.'],
    ],
    [
      'describes',
      translated(['<m1>Russia</m1>'], mention('m1', { ...persian('روسیه'), entity: 'ru' })),
      ['draft: <m1>Russia</m1>'],
    ],
    ['unlinks', translated(['The <m1>OIC</m1>', '', ''], oic('m1', 2)), ['draft: The OIC']],
    ['removes', translated(['Text'], mention('m1')), ['draft: Text']],
  ];
  for (const [name, document, lines] of documents) {
    it(`${name}, by lawful steps, and is not offered again`, () => {
      const [finding] = findings(document);
      if (!finding?.remedy) throw new Error('There is a remedy');
      const { remedy } = finding;
      const rest = shown(document, source).slice(1);
      const after = expectChange(
        document,
        (tr) => applyRemedy(tr, remedy, source),
        [`s1 [${text.slice(0, 15)}] ${lines[0]}`, ...rest],
        covered(document, source),
      );
      expect(findings(after).map(({ id }) => id)).not.toContain(finding.id);
      expectRefusal(after, (tr) => applyRemedy(tr, remedy, source));
    });
  }
});
