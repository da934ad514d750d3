import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../shared/core/span.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import { builtInGazetteer, gazetteerOf } from '../../../shared/names/gazetteer/gazetteer.ts';
import { emptyRegistry, registryOf } from '../../../shared/names/registry/registry.ts';
import { repeatsOf } from '../../../shared/names/suggestion/repeats.ts';
import { type EarlierMention, suggest, suggester } from '../../../shared/names/suggestion/suggestion.ts';
import { respelt } from '../../language/respelling.ts';
import { paragraphs } from '../../language/sample.ts';
import { anyText, graphemeBoundaries } from '../../language/strings.ts';
import { mentions, registryOfMentions } from '../reference.ts';

const gazetteer = builtInGazetteer();
const nothing = gazetteerOf([]);

function entity(label: string, fa: string, ...others: readonly string[]): Entity {
  const faOther = others.map((name) => ({ name, use: null }));
  return { id: `${label} ${fa}`, label, fa, en: '', faOther, enOther: [], wikidata: null, note: '' };
}

/** What is suggested in `text`, as `LABEL surface`. */
function suggested(
  text: string,
  {
    entities = [],
    earlier = [],
    places = nothing,
  }: {
    readonly entities?: readonly Entity[];
    readonly earlier?: readonly EarlierMention[];
    readonly places?: typeof gazetteer;
  },
) {
  const found = suggest(text, { registry: registryOf(entities), gazetteer: places, earlier });
  return found.map((each) => `${each.label} ${slice(text, each)}`);
}

describe('marks without weight', () => {
  it.each(['\u00ad', '\u2060', '\u200e', '\u200f', '\ufeff'])('hide no name: %j', (mark) => {
    const entities = [entity('ORG', 'سازمان همکاری')];
    expect(suggested(`دبیر سازمان${mark} همکا${mark}ری رفت.`, { entities })).toEqual([
      `ORG سازمان${mark} همکا${mark}ری`,
    ]);
    expect(suggested(`به رو${mark}سیه رفت.`, { places: gazetteer })).toEqual([`GPE رو${mark}سیه`]);
  });

  it('a space without width parts words as another does', () => {
    expect(suggested('دبیر سازمان\u200bهمکاری\u200bرفت.', { entities: [entity('ORG', 'سازمان همکاری')] })).toEqual([
      'ORG سازمان\u200bهمکاری',
    ]);
  });
});

describe('suggestion on the sample', () => {
  const inReference = new Set(
    mentions.map(({ paragraph, persian, label }) => `${paragraph} ${label} ${persian.from}-${persian.to}`),
  );
  const found = (suggestions: ReturnType<typeof suggester>) =>
    paragraphs.flatMap((text, paragraph) =>
      suggestions.suggest(text).map(({ label, from, to }) => `${paragraph} ${label} ${from}-${to}`),
    );

  it('finds all 17 countries and cities by the gazetteers alone, and names nothing that is none', () => {
    const all = found(suggester({ registry: emptyRegistry, gazetteer, earlier: [] }));
    expect(all.filter((each) => each.includes(' GPE '))).toHaveLength(17);
    expect(all.filter((each) => !inReference.has(each))).toEqual([]);
  });

  it('finds all 49 with their names in the registry, and nothing else', () => {
    const all = found(suggester({ registry: registryOfMentions(mentions), gazetteer, earlier: [] }));
    expect(new Set(all)).toEqual(inReference);
    expect(all).toHaveLength(49);
  });

  it('finds the 22 that are repeats when each is marked once', () => {
    const known: EarlierMention[] = [];
    const repeated = mentions.filter(({ paragraph, persian, label, surface }) => {
      const text = paragraphs[paragraph] ?? '';
      const all = suggest(text, { registry: emptyRegistry, gazetteer: nothing, earlier: known });
      const isKnown = all.some((each) => each.from === persian.from && each.to === persian.to && each.label === label);
      known.push({ surface, label, entity: null });
      return isKnown;
    });
    expect(repeated.length).toBeGreaterThanOrEqual(22);
  });
});

describe('a suggestion', () => {
  it('is met in every spelling, by any of the names', () => {
    const oic = entity('ORG', 'سازمان همکاری‌های اسلامی', 'سازمان کنفرانس اسلامی');
    const text = 'سازمان همكاريهاي اسلامي، سازمان همکاری های اسلامی و سازمان كنفرانس اسلامى';
    expect(suggested(text, { entities: [oic] })).toHaveLength(3);
  });

  it('begins and ends at whole words', () => {
    const iran = entity('GPE', 'ایران');
    expect(suggested('ایرانی و ایران‌شناس در ایران', { entities: [iran] })).toEqual(['GPE ایران']);
  });

  it('reaches over no end of a sentence, no comma and no line', () => {
    const bank = entity('ORG', 'بانک جهانی');
    expect(suggested('بانک. جهانی؛ بانک، جهانی: بانک\nجهانی (بانک) جهانی', { entities: [bank] })).toEqual([]);
    const washington = entity('GPE', 'واشنگتن، دی.سی');
    expect(suggested('در واشنگتن، دی.سی و واشنگتن دی سی', { entities: [washington] })).toHaveLength(2);
  });

  it('is the longest name, and a shorter one inside it only where that may be', () => {
    const all = [entity('FAC', 'نیروگاه بوشهر'), entity('GPE', 'بوشهر'), entity('TITLE', 'نیروگاه')];
    expect(suggested('نیروگاه بوشهر و بوشهر', { entities: all })).toEqual([
      'FAC نیروگاه بوشهر',
      'GPE بوشهر',
      'GPE بوشهر',
    ]);
  });

  it('is no adjective that is part of a name', () => {
    const all = [entity('ORG', 'سازمان همکاری اسلامی'), entity('NORP', 'اسلامی')];
    expect(suggested('سازمان همکاری اسلامی و تمدن اسلامی', { entities: all })).toEqual([
      'ORG سازمان همکاری اسلامی',
      'NORP اسلامی',
    ]);
  });

  it('takes the earlier of two names that cross and are as long', () => {
    const all = [entity('ORG', 'بانک ملی'), entity('ORG', 'ملی ایران')];
    expect(suggested('بانک ملی ایران', { entities: all })).toEqual(['ORG ملی ایران']);
    expect(suggested('بانک ملی شهر', { entities: all })).toEqual(['ORG بانک ملی']);
  });

  it('comes from the registry rather than from earlier mentions, and from these rather than from the gazetteer', () => {
    const text = 'ایران';
    const earlier = [{ surface: 'ايران', label: 'LOC', entity: null }];
    const reason = (entities: readonly Entity[], marked: readonly EarlierMention[]) =>
      suggest(text, { registry: registryOf(entities), gazetteer, earlier: marked }).map((each) => each.reason);
    expect(reason([entity('ORG', 'ایران')], earlier)).toEqual(['registry']);
    expect(reason([], earlier)).toEqual(['earlier']);
    expect(reason([], [])).toEqual(['gazetteer']);
  });

  it('has the label and the entity that earlier mentions have most often', () => {
    const iran = entity('GPE', 'ایران');
    const mention = (label: string, id: string | null) => ({ surface: 'کشور ما', label, entity: id });
    const earlier = [mention('LOC', null), mention('GPE', iran.id), mention('GPE', iran.id)];
    const [found] = suggest('در کشور ما', { registry: registryOf([iran]), gazetteer: nothing, earlier });
    expect(found).toMatchObject({ label: 'GPE', entities: [iran], reason: 'earlier' });
  });

  it('says all entities that share a name, and only the one that prefers it', () => {
    const [ali, reza, other] = [entity('PER', 'رضایی'), entity('PER', 'رضائی'), entity('ORG', 'سپاه', 'رضایی')];
    const found = (entities: readonly Entity[]) =>
      suggest('رضایی', { registry: registryOf(entities), gazetteer: nothing, earlier: [] })[0]?.entities;
    expect(found([ali, reza, other])).toEqual([ali, reza]);
    expect(found([ali, other])).toEqual([ali]);
    expect(found([other])).toEqual([other]);
  });
});

describe('the gazetteer', () => {
  const at = (text: string) => suggested(text, { places: gazetteer });

  it.each([
    ['روس‌ها و آمریکایی‌ها در اتحادیه اروپا', ['NORP روس‌ها', 'NORP آمریکایی‌ها', 'ORG اتحادیه اروپا']],
    ['امریکا، آمريكا و ایالات متحدهٔ آمریکا', ['GPE امریکا', 'GPE آمريكا', 'GPE ایالات متحدهٔ آمریکا']],
    ['انگلیس، امارات، کرهٔ شمالی و جمهوری چک', ['GPE انگلیس', 'GPE امارات', 'GPE کرهٔ شمالی', 'GPE جمهوری چک']],
    ['خاورمیانه و آمریکای لاتین', ['LOC خاورمیانه', 'LOC آمریکای لاتین']],
    ['شبه جزیره کره', ['LOC شبه جزیره کره']],
  ])('knows %s', (text, expected) => {
    expect(at(text)).toEqual(expected);
  });

  it.each([
    'جهان',
    'مسائل مالی',
    'این کار را کرد',
    'تو کردی',
    'چک بانکی',
    'روز دوشنبه',
    'سواحل شرقی',
    'کابل برق',
    'ناحیه نامشخص',
  ])('takes no everyday word for a name: %s', (text) => {
    expect(at(text)).toEqual([]);
  });

  it('takes such a word for a name where the words before it say so', () => {
    expect(at('در کشور مالی')).toEqual(['GPE مالی']);
    expect(at('رئیس جمهور غنا')).toEqual(['GPE غنا']);
  });

  it('puts no name of one word together of two', () => {
    expect(at('کلیسای مارتین یک دهه بعد')).toEqual([]);
    expect(at('پیونگ یانگ و پیونگ‌یانگ')).toHaveLength(2);
  });
});

describe('repeats', () => {
  const span = (text: string, surface: string, label: string, after = 0) => {
    const from = text.indexOf(surface, after);
    return { from, to: from + surface.length, label };
  };

  it('are the further places of what is marked, in any spelling', () => {
    const text = 'وزیرخارجه گفت وزير خارجه و وزیر‌خارجه';
    const first = span(text, 'وزیرخارجه', 'TITLE');
    expect(repeatsOf('وزیرخارجه', 'TITLE')(text, [first]).map((each) => slice(text, each))).toEqual([
      'وزير خارجه',
      'وزیر‌خارجه',
    ]);
  });

  it('leave out what is marked, and what would be a part of another name', () => {
    const text = 'اسلامی، سازمان همکاری اسلامی، اسلامی، اسلامی';
    const org = span(text, 'سازمان همکاری اسلامی', 'ORG');
    const marked = span(text, 'اسلامی', 'NORP', org.to);
    expect(repeatsOf('اسلامی', 'NORP')(text, [span(text, 'اسلامی', 'NORP'), org, marked])).toEqual(
      [span(text, 'اسلامی', '', marked.to)].map(({ from, to }) => ({ from, to })),
    );
  });
});

describe('offsets', () => {
  it('are those of the text as it is typed, whatever the spelling', () => {
    const registry = registryOfMentions(mentions);
    const { suggest } = suggester({ registry, gazetteer, earlier: [] });
    const spelt = fc
      .constantFrom(...mentions)
      .chain(({ paragraph, persian, label }) =>
        respelt(paragraphs[paragraph] ?? '', persian).map((typed) => ({ typed, persian, label })),
      );
    fc.assert(
      fc.property(spelt, ({ typed, persian, label }) => {
        const from = typed.from[persian.from];
        const found = suggest(typed.text).filter((each) => each.label === label && each.from === from);
        expect(found.map(({ to }) => to)).toEqual([typed.to[persian.to - 1]]);
      }),
      { numRuns: 200 },
    );
  });

  it('cut no grapheme and no surrogate pair in any text', () => {
    const names = ['ایران', 'روسیه', 'آمریکایی‌ها', 'گفت', 'وزیر', 'ما', 'a', 'B'];
    const registry = registryOf(names.map((name) => entity('ORG', name)));
    const { suggest } = suggester({ registry, gazetteer, earlier: [{ surface: 'é', label: 'PER', entity: null }] });
    const text = fc
      .array(fc.oneof(anyText, fc.constantFrom(...names)), { maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (raw) => {
        const boundaries = graphemeBoundaries(raw);
        for (const { from, to } of suggest(raw)) {
          expect(from).toBeLessThan(to);
          expect([boundaries.has(from), boundaries.has(to)]).toEqual([true, true]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
