import { type FormatFact, utf8, xmlEscapes } from './fact.ts';

/** Formats of programs for translators. */
export const translationFacts: readonly FormatFact[] = [
  {
    names: ['tmx'],
    group: 'translation',
    standard: 'TMX 1.4 (LISA OSCAR)',
    address: 'https://www.gala-global.org/tmx-14b',
    demands: {
      en: 'What tmx14.dtd allows: a header with seven attributes, and in each unit a variant with one segment for each language. Reading is more lenient: 1.1 to 1.4, any order of languages, inline codes left out.',
      fa: 'آنچه tmx14.dtd روا می‌دارد: سرآیندی با هفت ویژگی، و در هر واحد برای هر زبان یک گونه با یک قطعه. خواندن آسان‌گیرتر است: از 1.1 تا 1.4، هر ترتیبی از زبان‌ها، و بی کدهای درون‌متنی.',
    },
    encoding: utf8,
    escapes: xmlEscapes,
    ids: {
      en: 'Document, segment, state and place stand in properties whose names begin with x-, and come back from there.',
      fa: 'سند، قطعه، وضعیت و جا در ویژگی‌هایی می‌آیند که نامشان با x- آغاز می‌شود، و از همان‌جا بازمی‌گردند.',
    },
    language: {
      en: 'srclang and xml:lang, with or without a region. fa, fas, per and pes are Persian; Dari is told apart. TMX does not say a direction.',
      fa: 'srclang و xml:lang، با منطقه یا بی آن. fa و fas و per و pes فارسی‌اند و دری جدا شناخته می‌شود. TMX جهت را نمی‌گوید.',
    },
  },
  {
    names: ['xliff-2.2', 'xliff-2.1'],
    group: 'translation',
    standard: 'XLIFF 2.2, 2.1 (OASIS)',
    address: 'https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html',
    demands: {
      en: 'The schema and the constraints beyond it: ids once in their scope, inline codes in pairs, references that lead somewhere, a place for each target. Names stand as ITS text analysis. What the standard forbids is refused with its place; 2.0 is read too.',
      fa: 'طرح‌واره و قیدهای فراتر از آن: شناسه‌های یکتا در دامنهٔ خود، کدهای جفت، ارجاع‌هایی که به چیزی می‌رسند، و جایی برای هر مقصد. نام‌ها به‌صورت تحلیل متن ITS می‌آیند. آنچه استاندارد ممنوع کرده با جایش رد می‌شود؛ 2.0 هم خوانده می‌شود.',
    },
    encoding: utf8,
    escapes: {
      en: 'Those of XML; a character that XML cannot have stands as <cp hex="…"/>.',
      fa: 'گریزهای XML؛ نویسه‌ای که در XML جایی ندارد به‌صورت \u2066<cp hex="…"/>\u2069 می‌آید.',
    },
    ids: {
      en: 'Files and units are numbered; the ids of Radif stand in the metadata module and come back.',
      fa: 'پرونده‌ها و واحدها شماره دارند؛ شناسه‌های ردیف در پیمانهٔ فراداده می‌آیند و بازمی‌گردند.',
    },
    language: {
      en: 'srcLang and trgLang on <xliff>, srcDir and trgDir on the <file> of each document. Either side may be the source.',
      fa: 'srcLang و trgLang در \u2066<xliff>\u2069، و srcDir و trgDir در \u2066<file>\u2069 هر سند. هر سو می‌تواند مبدأ باشد.',
    },
  },
  {
    names: ['xliff-1.2'],
    group: 'translation',
    standard: 'XLIFF 1.2 (OASIS)',
    address: 'https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html',
    demands: {
      en: 'A <file> for each document, a <trans-unit> for each row, its segment in seg-source and in the target with the same mid. Names are mrk elements, so they cannot cross.',
      fa: 'برای هر سند یک file و برای هر ردیف یک trans-unit، که قطعه‌اش در seg-source و در مقصد با mid یکسان می‌آید. نام‌ها عنصر mrk هستند و نمی‌توانند همدیگر را قطع کنند.',
    },
    encoding: utf8,
    escapes: xmlEscapes,
    ids: {
      en: 'Units are numbered; the ids of Radif stand in a namespace of its own at the end of each unit.',
      fa: 'واحدها شماره دارند؛ شناسه‌های ردیف در پایان هر واحد در فضای نام خودشان می‌آیند.',
    },
    language: {
      en: 'source-language and target-language on each <file>; the standard does not say a direction.',
      fa: 'source-language و target-language در هر \u2066<file>\u2069؛ استاندارد جهت را نمی‌گوید.',
    },
  },
];
