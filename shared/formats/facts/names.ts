import { type FormatFact, jsonEscapes, noEscapes, type Said, utf8, utf8Out, xmlEscapes } from './fact.ts';

const conllSide: Said = {
  en: 'The second column of -DOCSTART- says it. In other files the name tells (x.fa.conll), or else the letters of each sentence.',
  fa: 'ستون دوم -DOCSTART- آن را می‌گوید. در پرونده‌های دیگر نام پرونده (\u2066x.fa.conll\u2069) نشان می‌دهد، وگرنه حروف هر جمله.',
};

const both: Said = {
  en: 'Each text says its language; offsets count code points.',
  fa: 'هر متن زبانش را می‌گوید؛ جایگاه‌ها نقطه‌کدها را می‌شمارند.',
};

/** Formats of annotators: texts with the names that are marked in them. */
export const nameFacts: readonly FormatFact[] = [
  {
    names: ['conll', 'conll-iob1', 'conll-iobes'],
    group: 'names',
    standard: 'CoNLL-2003 (IOB2, IOB1, IOBES)',
    address: 'https://aclanthology.org/W03-0419/',
    demands: {
      en: 'A word a line with four columns, the tag last, an empty line between sentences. Of names that meet the outermost stands. Tags of any of the three kinds are read.',
      fa: 'هر سطر یک واژه با چهار ستون، برچسب در پایان، و سطری خالی میان جمله‌ها. از نام‌هایی که به هم می‌رسند بیرونی‌ترین می‌ماند. هر سه گونه برچسب خوانده می‌شود.',
    },
    encoding: utf8,
    escapes: noEscapes,
    ids: {
      en: '-DOCSTART- begins a document and says its id and title in the third column; segments have none.',
      fa: '-DOCSTART- سندی را آغاز می‌کند و شناسه و عنوانش را در ستون سوم می‌گوید؛ قطعه‌ها شناسه ندارند.',
    },
    language: conllSide,
  },
  {
    names: ['conllu', 'conllu-plus'],
    group: 'names',
    standard: 'CoNLL-U, CoNLL-U Plus (Universal Dependencies)',
    address: 'https://universaldependencies.org/format.html',
    demands: {
      en: 'Ten columns a word, no empty one, and forms that give # text again with what SpaceAfter says. Names stand in MISC, in Plus in a column of their own: the standard says no place for them.',
      fa: 'برای هر واژه ده ستون، هیچ‌کدام خالی، و صورت‌هایی که با SpaceAfter دوباره # text را می‌سازند. نام‌ها در MISC، و در Plus در ستون خودشان می‌آیند: استاندارد جایی برایشان نگفته است.',
    },
    encoding: utf8,
    escapes: {
      en: 'In MISC \\s, \\t, \\p and \\\\ for a space, a tab, | and a backslash; \\n and \\r are read too.',
      fa: 'در MISC‏ \u2066\\s\u2069، \u2066\\t\u2069، \u2066\\p\u2069 و \u2066\\\\\u2069 برای فاصله، تب، | و بک‌اسلش؛ \u2066\\n\u2069 و \u2066\\r\u2069 هم خوانده می‌شود.',
    },
    ids: { en: '# newdoc id with # title, and # sent_id.', fa: '# newdoc id با # title، و # sent_id.' },
    language: {
      en: '# lang says it at the beginning of a document. In other files the name tells (x.fa.conllu), or else the letters of each sentence.',
      fa: '# lang در آغاز هر سند آن را می‌گوید. در پرونده‌های دیگر نام پرونده (\u2066x.fa.conllu\u2069) نشان می‌دهد، وگرنه حروف هر جمله.',
    },
  },
  {
    names: ['webanno'],
    group: 'names',
    standard: 'WebAnno TSV 3.3 (INCEpTION)',
    address: 'https://inception-project.github.io/releases/34.3/docs/user-guide.html#sect_webannotsv',
    demands: {
      en: 'Tokens with their offsets and a column for each feature of a layer; nested and crossing names have their numbers. 3.1 to 3.3 are read; relations, chains and slots are left out and told.',
      fa: 'واژه‌ها با جایگاهشان و برای هر ویژگی لایه یک ستون؛ نام‌های تودرتو و متقاطع شماره دارند. 3.1 تا 3.3 خوانده می‌شود؛ رابطه‌ها، زنجیره‌ها و جایگاه‌های پیوندی کنار می‌مانند و گفته می‌شوند.',
    },
    encoding: utf8,
    escapes: {
      en: 'A backslash before \\ [ ] | _ -> ; * and tabs and line breaks.',
      fa: 'بک‌اسلش پیش از \u2066\\ [ ] | _ -> ; *\u2069 و تب و شکست سطر.',
    },
    ids: {
      en: 'The id of a sentence says document and segment, #Document.id and #Document.title before the first one what its document is; tokens are numbered.',
      fa: 'شناسهٔ جمله سند و قطعه را می‌گوید و \u2066#Document.id\u2069 و \u2066#Document.title\u2069 پیش از نخستین جمله خودِ سند را؛ واژه‌ها شماره دارند.',
    },
    language: {
      en: 'The id of a sentence begins with it (fa:). In other files the name tells, or else the letters of each sentence. Offsets count UTF-16 units.',
      fa: 'شناسهٔ جمله با آن آغاز می‌شود (\u2066fa:\u2069). در پرونده‌های دیگر نام پرونده نشان می‌دهد، وگرنه حروف هر جمله. جایگاه‌ها واحدهای UTF-16 را می‌شمارند.',
    },
  },
  {
    names: ['brat'],
    group: 'names',
    standard: 'brat standoff',
    address: 'https://brat.nlplab.org/standoff.html',
    demands: {
      en: 'A text, and beside it an annotation a line with its type, offsets and text. Types are letters, digits, - and _. Relations and events are left out and told.',
      fa: 'متنی، و کنارش در هر سطر حاشیه‌ای با نوع، جایگاه و متنش. نوع از حروف و رقم و - و _ است. رابطه‌ها و رویدادها کنار می‌مانند و گفته می‌شوند.',
    },
    encoding: utf8,
    escapes: noEscapes,
    ids: {
      en: 'T1, T2 … for names; the entity is a normalization, Radif:ID. A document is known by the name of its file alone.',
      fa: 'T1 و T2 … برای نام‌ها؛ موجودیت به‌صورت هنجارسازی، Radif:ID. سند را تنها نام پرونده‌اش می‌شناساند.',
    },
    language: {
      en: 'The name of the file tells it (x.fa.txt), or else the letters with which the text begins. Offsets count code points.',
      fa: 'نام پرونده آن را نشان می‌دهد (\u2066x.fa.txt\u2069)، وگرنه حروف آغاز متن. جایگاه‌ها نقطه‌کدها را می‌شمارند.',
    },
  },
  {
    names: ['spacy'],
    group: 'names',
    standard: 'spaCy, Prodigy (JSON Lines)',
    address: 'https://prodi.gy/docs/api-interfaces#ner',
    demands: {
      en: 'A text a line with tokens; ents stand on the borders of tokens and do not meet, spans hold all names.',
      fa: 'هر سطر متنی با واژه‌هایش؛ ents بر مرز واژه‌هاست و به هم نمی‌رسد، spans همهٔ نام‌ها را دارد.',
    },
    encoding: utf8Out,
    escapes: jsonEscapes,
    ids: { en: 'document, title and segment under meta.', fa: 'سند، عنوان و قطعه در meta.' },
    language: {
      en: 'It says none: a file holds the side that was chosen. Offsets count code points.',
      fa: 'زبان را نمی‌گوید: پرونده همان سوی برگزیده است. جایگاه‌ها نقطه‌کدها را می‌شمارند.',
    },
  },
  {
    names: ['doccano'],
    group: 'names',
    standard: 'doccano (JSON Lines)',
    address: 'https://doccano.github.io/doccano/tutorial/',
    demands: {
      en: 'A text a line with its names as [start, end, label].',
      fa: 'هر سطر متنی با نام‌هایش به‌صورت \u2066[start, end, label]\u2069.',
    },
    encoding: utf8,
    escapes: jsonEscapes,
    ids: {
      en: 'id says document and segment, with a colon between them; a project that numbers its texts anew keeps document, title and segment as metadata.',
      fa: 'id سند و قطعه را با دونقطه میانشان می‌گوید؛ پروژه‌ای که متن‌ها را از نو شماره می‌زند document و title و segment را چون فراداده نگه می‌دارد.',
    },
    language: {
      en: 'lang says it. In other files the name tells (x.fa.jsonl), or else the letters of each text. Offsets count UTF-16 units, as its projects do unless told otherwise.',
      fa: 'lang آن را می‌گوید. در پرونده‌های دیگر نام پرونده (\u2066x.fa.jsonl\u2069) نشان می‌دهد، وگرنه حروف هر متن. جایگاه‌ها واحدهای UTF-16 را می‌شمارند، چنان‌که پروژه‌هایش، مگر جز آن بگویند.',
    },
  },
  {
    names: ['label-studio'],
    group: 'names',
    standard: 'Label Studio tasks (JSON)',
    address: 'https://labelstud.io/guide/tasks',
    demands: {
      en: 'A list of tasks with both texts and the names as regions of an annotation; its project needs two texts and two sets of labels.',
      fa: 'فهرستی از کارها با هر دو متن و نام‌ها به‌صورت ناحیه‌های یک حاشیه؛ پروژه‌اش دو متن و دو دسته برچسب می‌خواهد.',
    },
    encoding: utf8Out,
    escapes: jsonEscapes,
    ids: { en: 'document, title and segment among the data.', fa: 'سند، عنوان و قطعه میان داده‌ها.' },
    language: {
      en: 'The data are called fa and en; offsets count code points. There is no direction.',
      fa: 'نام داده‌ها fa و en است؛ جایگاه‌ها نقطه‌کدها را می‌شمارند. جهت ندارد.',
    },
  },
  {
    names: ['tei'],
    group: 'names',
    standard: 'TEI P5',
    address: 'https://tei-c.org/release/doc/tei-p5-doc/en/html/SA.html',
    demands: {
      en: 'A TEI for each document. Alignment, word links and names stand off behind the text and point into it by string-range.',
      fa: 'برای هر سند یک TEI. هم‌ترازی، پیوند واژه‌ها و نام‌ها پشت متن جدا می‌ایستند و با string-range به آن اشاره می‌کنند.',
    },
    encoding: utf8,
    escapes: xmlEscapes,
    ids: {
      en: 'xml:id at each stretch; n says the segment, idno and title in the header the document.',
      fa: 'xml:id برای هر تکه؛ n قطعه را می‌گوید، idno و title در سرآیند سند را.',
    },
    language: both,
  },
  {
    names: ['w3c'],
    group: 'names',
    standard: 'Web Annotation (W3C), JSON-LD',
    address: 'https://www.w3.org/TR/annotation-model/',
    demands: {
      en: 'Annotations with a target and a motivation. A name stands by its position and, should that drift, by its quotation.',
      fa: 'حاشیه‌هایی با هدف و انگیزه. نام با جایگاهش می‌ایستد، و اگر جابه‌جا شود با نقل‌قولش.',
    },
    encoding: utf8,
    escapes: jsonEscapes,
    ids: { en: 'urn:x-radif:… for rows, names and entities.', fa: 'urn:x-radif:… برای ردیف‌ها، نام‌ها و موجودیت‌ها.' },
    language: {
      en: 'language and textDirection at each text; positions count code points.',
      fa: 'language و textDirection برای هر متن؛ جایگاه‌ها نقطه‌کدها را می‌شمارند.',
    },
  },
  {
    names: ['cas-json'],
    group: 'names',
    standard: 'UIMA CAS JSON 0.4 (INCEpTION)',
    address: 'https://github.com/apache/uima-uimaj-io-jsoncas',
    demands: {
      en: 'Types, views and feature structures. Each side is a view; rows are sentences, names are named entities of DKPro.',
      fa: 'نوع‌ها، نماها و ساختارهای ویژگی. هر سو یک نماست؛ ردیف‌ها جمله‌اند و نام‌ها NamedEntityهای DKPro.',
    },
    encoding: utf8,
    escapes: jsonEscapes,
    ids: {
      en: 'radif.Row says document, title and segment in both views; names keep their ids.',
      fa: 'radif.Row در هر دو نما سند، عنوان و قطعه را می‌گوید؛ نام‌ها شناسهٔ خود را نگه می‌دارند.',
    },
    language: {
      en: 'The views are called fa and en; offsets count UTF-16 units, as the programs that read it do: the specification leaves it open.',
      fa: 'نام نماها fa و en است؛ جایگاه‌ها واحدهای UTF-16 را می‌شمارند، چنان‌که برنامه‌های خواننده‌اش: خود استاندارد آن را باز گذاشته است.',
    },
  },
];
