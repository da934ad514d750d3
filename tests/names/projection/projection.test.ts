import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import { spanFault } from '../../../shared/names/entity/mention-span.ts';
import { builtInGazetteer, gazetteerOf } from '../../../shared/names/gazetteer/gazetteer.ts';
import { projector } from '../../../shared/names/projection/projection.ts';
import { emptyRegistry, type Registry, registryOf } from '../../../shared/names/registry/registry.ts';
import { suggester } from '../../../shared/names/suggestion/suggestion.ts';
import { anyText } from '../../language/strings.ts';
import { mentions, registryOfMentions, scored, sentences } from '../reference.ts';

const gazetteer = builtInGazetteer();

/** The score of projecting the mentions of the sample, those of `paragraphs` or all. */
function projected(registry: Registry, { links = false, from = 0 } = {}) {
  const { project } = projector({ registry, gazetteer });
  const all = sentences.flatMap((sentence) => project({ ...sentence, links: links ? sentence.links : [] }));
  return scored(
    mentions.filter(({ paragraph }) => paragraph >= from),
    all,
  );
}

/** An entity with a name in each language. */
function entity(fa: string, en: string, parts: Partial<Entity> = {}): Entity {
  return { id: en, label: 'ORG', fa, en, faOther: [], enOther: [], wikidata: null, note: '', ...parts };
}

/** Where the names of `source` in «» stand in `target`, which has them in [] where they are expected. */
function renderings(source: string, target: string, entities: readonly Entity[] = [], label = 'ORG') {
  const text = source.replace(/[«»]/gu, '');
  const named = [...source.matchAll(/«([^»]*)»/gu)].map(({ 1: surface = '', index }, at) => {
    const from = index - 2 * at;
    return { id: `${at}`, from, to: from + surface.length, label, entity: null };
  });
  const { project } = projector({ registry: registryOf(entities), gazetteer });
  const found = project({ source: text, target: target.replace(/[[\]]/g, ''), mentions: named });
  return found
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (marked, { from, to, text }) => `${marked.slice(0, from)}[${text}]${marked.slice(to)}`,
      target.replace(/[[\]]/g, ''),
    );
}

describe('projection on the sample', () => {
  it('finds all 49 without a registry, by names and words that everybody knows', () => {
    const { right, wrong, missed } = projected(emptyRegistry);
    expect({ wrong, missed }).toEqual({ wrong: [], missed: [] });
    expect(right).toHaveLength(49);
  });

  it('finds every repeat of what the first two paragraphs have, and nothing wrongly', () => {
    const first = mentions.filter(({ paragraph }) => paragraph < 2);
    const { right, wrong, missed } = projected(registryOfMentions(first));
    expect(wrong).toEqual([]);
    expect(right.length).toBeGreaterThanOrEqual(45);
    const marked = new Set(first.map(({ surface }) => surface.replaceAll(' ', '')));
    expect(missed.filter((said) => marked.has(said.split(' → ')[0]?.replaceAll(' ', '') ?? ''))).toEqual([]);
  });

  it('finds all 49 with a registry of all names, and none wrongly', () => {
    const { right, wrong, missed } = projected(registryOfMentions(mentions));
    expect({ wrong, missed }).toEqual({ wrong: [], missed: [] });
    expect(right).toHaveLength(49);
  });

  it('finds all 49 by word links alone with what everybody knows', () => {
    const { right, wrong } = projected(emptyRegistry, { links: true });
    expect(wrong).toEqual([]);
    expect(right).toHaveLength(49);
  });

  it('proposes nothing for names that are not in the rendering', () => {
    const { project } = projector({ registry: registryOfMentions(mentions), gazetteer });
    const others = sentences.map((sentence, at) => {
      const { target } = sentences[(at + 11) % sentences.length] ?? sentence;
      const { source, mentions } = sentence;
      return { source, target, mentions };
    });
    const named = new Map(mentions.map(({ id, rendering }) => [id, rendering]));
    for (const { mention, text } of others.flatMap(project)) {
      expect([named.get(mention), 'Russia', 'Russian', 'Ukraine', 'Iran', 'Iranian']).toContain(text);
    }
  });
});

describe('a projection by words', () => {
  it.each([
    ['«وزیر کشور» گفت', 'the [interior minister] said'],
    ['«رئیس بانک مرکزی» آمد', 'the [head of the central bank] came'],
    ['«رئیس‌جمهور» و «نخست‌وزیر»', 'the [prime minister] and the [president]'],
    ['«همایش بین‌المللی فناوری» برگزار شد', 'the [international technology conference] was held'],
    ['«دیوان عالی کشور» رأی داد', 'the [country’s supreme court] ruled'],
  ])('finds titles and institutions made of common words: %s', (source, target) => {
    expect(renderings(source, target)).toBe(target);
  });

  it.each([
    ['«وزیر کشور» گفت', 'the minister said'],
    ['«وزیر نیرو» گفت', 'the oil minister said'],
    ['«رئیس مجلس» و رئیس دولت', 'the head of the government, and the parliament'],
    ['«وزیر کشور» گفت', 'the interior, said the minister'],
    ['«شورای عالی» رأی داد', 'it ruled'],
  ])('proposes none that is half there, or belongs to another: %s', (source, target) => {
    expect(renderings(source, target)).toBe(target);
  });
});

describe('a projection', () => {
  it.each([
    ['«ایران» و «روسیه»', '[Russia] and [Iran]'],
    ['سفیر «روسیه» در «ایران»', '[Russia]’s ambassador to [Iran]'],
    ['«روسیه» گفت «روسیه» آماده است', '[Russia] said [Russia] was ready'],
    ['«آمریکا» با ماست', 'The [U.S.] is with us.'],
    ['«آمریکا» با ماست', '[America] is with us.'],
    ['«ایالات متحده»', 'the [United States of America]'],
    ['«روس‌ها» و «غربیها»', '[Westerners] and [Russians]'],
    ['«شورا» رأی داد', 'it voted'],
  ])('knows countries and peoples: %s', (source, target) => {
    expect(renderings(source, target)).toBe(target);
  });

  it.each([
    ['«بایدن» و «پوتین»', '[Putin] and [Biden] met'],
    ['«محمدجواد ظریف»', 'talks with [Mohammad Javad Zarif]'],
    ['«کیم جونگ اون»', '[Kim Jong-un] spoke'],
    ['«بشار اسد»', 'President [Bashar al-Assad] said'],
    ['«بندر بوشهر»', 'in [Bushehr]'],
    ['«گروسی» گفت', 'Mr. [Grossi] said'],
    ['«میقاتی» گفت', 'The prime minister said'],
    ['«طه» گفت', 'The envoy said'],
  ])('hears names: %s', (source, target) => {
    expect(renderings(source, target, [], 'PER')).toBe(target);
  });

  it.each([
    ['«ناتو»', 'in [NATO]'],
    ['«سی‌ان‌ان»', 'told [CNN]'],
    ['«بی بی سی»', 'told the [BBC]'],
    ['«اف‌بی‌آی»', 'the [FBI]'],
    ['«IAEA»', 'the [IAEA]'],
    ['«قطعنامه ۲۲۳۱»', 'under [Resolution 2231] of 2015'],
    ['«قطعنامه ۲۲۳۱»', 'under Resolution 598'],
    ['«۵+۱»', 'the [P5+1] of 2015'],
    ['«۱۴۰۱»', 'in [1401]'],
    ['«۱۱ سپتامبر»', 'since [September 11], 2001'],
    ['«۱۱ سپتامبر ۲۰۰۱»', 'since [September 11, 2001]'],
    ['«۱۱ سپتامبر ۲۰۰۱»', 'since [11 September 2001]'],
    ['«۲۲ بهمن ۱۳۵۷»', 'since [February 11, 1979]'],
    ['«۳۱ شهریور ۱۳۵۹»', 'on [22 September 1980]'],
    ['«۲۲ بهمن ۱۳۵۷»', 'since February 12, 1979'],
  ])('reads numbers, dates and acronyms: %s', (source, target) => {
    expect(renderings(source, target)).toBe(target);
  });

  it('knows the names of the registry, and what follows from them', () => {
    const oic = entity('سازمان همکاری اسلامی', 'Organisation of Islamic Cooperation');
    const agency = entity('آژانس', 'International Atomic Energy Agency');
    const jcpoa = entity('برجام', 'Joint Comprehensive Plan of Action (JCPOA)');
    const west = entity('غرب', 'the West');
    const plant = entity('نیروگاه بوشهر', 'Bushehr (nuclear) power plant');
    const all = [oic, agency, jcpoa, west, plant];
    for (const [source, target] of [
      ['«سازمان همکاری‌های اسلامی»', 'in the [organisation of Islamic cooperation]'],
      ['«سازمان همكاري اسلامي»', 'in the [Organisation of Islamic Cooperation]'],
      ['«سازمان همکاری اسلامی»', 'in the [OIC]'],
      ['«آژانس» و «برجام»', 'the [JCPOA] and the [Agency]'],
      ['«برجام»', 'the [Joint Comprehensive Plan of Action]'],
      ['نظر «غرب»', 'the [West]’s view'],
      ['«نیروگاه بوشهر»', 'the [Bushehr power plant]'],
      ['«نیروگاه بوشهر»', 'the [Bushehr nuclear power plant]'],
    ] as const) {
      expect(renderings(source, target, all)).toBe(target);
    }
  });

  it('takes a forbidden name too, so that it can be told', () => {
    const gulf = entity('خلیج فارس', 'Persian Gulf', { enOther: [{ name: 'Arabian Gulf', use: 'forbidden' }] });
    expect(renderings('در «خلیج فارس»', 'in the [Arabian Gulf]', [gulf])).toBe('in the [Arabian Gulf]');
  });

  it('gives a mention no place that belongs to a name that nobody has marked', () => {
    expect(renderings('وزیر روس با «روسیه» موافق بود', 'The Russian minister agreed')).toBe(
      'The Russian minister agreed',
    );
    expect(renderings('روسیه گفت «روسیه» می‌آید', 'Russia said [Russia] comes')).toBe('Russia said [Russia] comes');
  });

  it('is not made where two places are as good', () => {
    expect(renderings('«روسیه»', 'Russia Russia')).toBe('Russia Russia');
    expect(renderings('«روسیه» با کشورهای دیگر گفتگو کرد', '[Russia] held talks with others who see Russia')).toBe(
      '[Russia] held talks with others who see Russia',
    );
  });

  it('keeps a mention inside the one that it is in', () => {
    const plant = entity('نیروگاه بوشهر', 'Bushehr plant', { label: 'FAC' });
    const { project } = projector({ registry: registryOf([plant]), gazetteer });
    const source = 'بوشهر: نیروگاه بوشهر';
    const found = project({
      source,
      target: 'Bushehr: the Bushehr plant',
      mentions: [
        { id: 'city', label: 'GPE', entity: null, from: 0, to: 5 },
        { id: 'plant', label: 'FAC', entity: null, from: 7, to: 20 },
        { id: 'inside', label: 'GPE', entity: null, from: 15, to: 20 },
      ],
    });
    expect(found.map(({ mention, from, to }) => [mention, from, to])).toEqual([
      ['city', 0, 7],
      ['plant', 13, 26],
      ['inside', 13, 20],
    ]);
  });

  it('is the same for mentions of one range', () => {
    const { project } = projector({ registry: emptyRegistry, gazetteer });
    const mention = { label: 'GPE', entity: null, from: 0, to: 5 };
    const found = project({
      source: 'روسیه',
      target: 'Russia',
      mentions: [
        { ...mention, id: 'a' },
        { ...mention, id: 'b' },
      ],
    });
    expect(found.map(({ mention, text }) => [mention, text])).toEqual([
      ['a', 'Russia'],
      ['b', 'Russia'],
    ]);
  });

  it('knows the entity that a mention is linked to, whatever it covers', () => {
    const lavrov = entity('سرگئی لاوروف', 'Sergey Lavrov', { id: 'lavrov', label: 'PER' });
    const { project } = projector({ registry: registryOf([lavrov]), gazetteer: gazetteerOf([]) });
    const found = project({
      source: 'او گفت',
      target: 'Sergey Lavrov said',
      mentions: [{ id: 'm', label: 'PER', entity: 'lavrov', from: 0, to: 2 }],
    });
    expect(found).toEqual([{ mention: 'm', from: 0, to: 13, text: 'Sergey Lavrov', score: 1, reason: 'registry' }]);
  });
});

describe('projections of any text', () => {
  const registry = registryOfMentions(mentions);
  const { project } = projector({ registry, gazetteer });
  const { suggest } = suggester({ registry, gazetteer, earlier: [] });
  const some = (words: readonly string[]) =>
    fc.array(fc.oneof(anyText, fc.constantFrom(...words)), { maxLength: 8 }).map((parts) => parts.join(' '));
  const persian = some(mentions.map(({ surface }) => surface));
  const english = some(mentions.map(({ rendering }) => rendering));

  it('are ranges that a mention can have, each mention once, and apart where the mentions are', () => {
    const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 4 });
    let projections = 0;
    fc.assert(
      fc.property(persian, english, spans, (source, target, pairs) => {
        const any = pairs.map(([from, to]) => ({ from, to }));
        const marked = [...suggest(source), ...any].map(({ from, to }, at) => {
          return { id: `${at}`, label: 'GPE', entity: null, from, to };
        });
        const lawful = marked.filter((span) => spanFault(source, span) === null);
        const found = project({ source, target, mentions: lawful });
        projections += found.length;
        expect(new Set(found.map(({ mention }) => mention)).size).toBe(found.length);
        for (const one of found) {
          expect(spanFault(target, one)).toBeNull();
          expect(one.text).toBe(target.slice(one.from, one.to));
          expect(one.score).toBeGreaterThan(0);
          expect(one.score).toBeLessThanOrEqual(1);
          for (const other of found) {
            const [a, b] = [marked[Number(one.mention)], marked[Number(other.mention)]];
            if (a && b && a.to <= b.from) expect(one.to <= other.from || other.to <= one.from).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(projections).toBeGreaterThan(100);
  });
});
