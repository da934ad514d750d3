/** One rule of sentence segmentation, in the manner of SRX 2.0: at a candidate, the first rule whose `before` matches the
 *  text that ends there and whose `after` matches the text that begins there decides; where none does, there is no
 *  break. Both are sources of regular expressions with the flag `u`; an empty one matches everywhere. Repetitions are
 *  bounded, so that a rule costs the same at every candidate of a text of any length. Rules see a text without the marks
 *  that have no weight (see `visibleText`). */
export interface BreakRule {
  readonly name: string;
  readonly breaks: boolean;
  readonly before: string;
  readonly after: string;
}

const raw = String.raw;

/** Members of character classes: what may end a sentence, what belongs to the sentence before it and after it, joiners. */
export const terminators = '.!?؟۔…‼⁇⁈⁉';
export const closers = raw`"'»”’›)\]}`;
export const openers = raw`"'«“‘‹(\[{`;
export const joiners = raw`\u200c\u200d`;

/** Line ends inside a paragraph. */
const lineEnds = raw`\v\f\u0085\u2028`;

/** Signs that stand before the items of a list, and after their numbers. */
export const bullets = raw`•●○◦▪▫■□◆◇◊►▶▸▹◀◄‣⁃∙·*⚫⚪✓✔✗☐☑☒✦✧❖➢➤→←§#–—―−\-ـ`;

/** One sign of an emoji: a picture, a half of a flag, what gives it colour or form. What a font draws as a bullet or a
 *  terminator is none. */
const emoji = raw`(?![${bullets}‼⁉©®™〰〽])[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\ufe0f\u20e3\u{e0020}-\u{e007f}]`;

/** A face of letters and marks: `:)`, `;-)`, `(:`, `^_^`, `XD`. */
const face = raw`(?:[:;=][-'^o]?[()\[\]DPp|/*3]{1,5}|[()]{1,5}-?[:;=]|\^[_.-]?\^|[xX]D{1,5})(?=\s|$)`;

/** The mark of a note, as it stands at the end of a sentence: `[3]`, `[۱، ۲]:۴۵`, `[*]`, `[citation needed]`, `(۱)`, `«۱»`,
 *  `¹,²`, `⁽¹⁾`, `*`. */
const numbers = raw`\p{Nd}[\p{Nd}،,–-]{0,11}`;
const page = raw`(?::\s?\p{Nd}[\p{Nd}،,–-]{0,11})?`;
const inSquare = raw`\[(?:[\p{Nd}\p{L}\p{M}*†‡،,:؟?–-]{1,16}[\s\u200c]?){1,4}\]`;
const raised = raw`[¹²³⁰-⁹⁽](?:[¹²³⁰-⁹⁽⁾]|[,،](?=[¹²³⁰-⁹])){0,8}`;
const note = raw`(?:${inSquare}${page}|[({<«]\p{Nd}{1,3}[)}>»]|${raised}|[*†‡§]{1,3}(?=\s|$))`;

/** What stands right after a terminator and belongs to the sentence that it ends. The number of a note that lost its
 *  height («گفت.۱ سپس») counts only after a word: «ص.۱۲» is a page. A remark in brackets without a stop of its own counts where
 *  no space parts it from the terminator: «گفت.(خنده) سپس». */
const remark = raw`\([\p{L}\p{M}\p{N}\u200c، ]{1,40}\)(?=\s|$)`;
const tail = raw`(?:[${terminators}${closers}${joiners}]|${remark}|\s[»”)\]}](?![\p{L}\p{N}])|${note}|${emoji}|${face})`;
const lowNote = raw`(?<=(?:^|[\s«“"(${joiners}])(?:\p{L}[\p{L}\p{M}]{2,24}|شد|زد)[${closers}]?[.!?؟])\p{Nd}{1,2}(?=\s)`;

/** Where sentences may end: after a run of terminators with what closes them, be it after a space, with the marks of notes
 *  and with emoji; and after a line end. Everywhere else there is no break. */
export const candidates = raw`[${terminators}](?:${lowNote}|${tail}{0,200})|[${lineEnds}]`;

/** Emoji and marks of notes that stand by themselves between two sentences: they belong to the first, unless such signs
 *  are the bullets of a list. */
const sign = raw`(?:(?:${emoji}|(?<=[^\s])\u200d){1,40}|${face}|${raised}|\[(?:${numbers}\s?){1,4}\]|\*{2,3}|[†‡]{1,3})`;
export const lonelySigns = raw`(?:\s{1,2}${sign}){1,8}(?=\s|$)`;
export const beginsWithSign = new RegExp(raw`^\s{0,8}(?:${emoji}|[¹²³⁰-⁹]|\[\p{Nd})`, 'u');

/** Assertions that a word begins here, ends here. */
export const wordStart = raw`(?<![\p{L}\p{M}\p{N}${joiners}])`;
export const wordEnd = raw`(?![\p{L}\p{M}\p{N}${joiners}])`;

/** The full stop of an abbreviation with what closes it. */
export const stop = raw`\.[${closers}${joiners}]{0,4}`;

/** What the rules of every language need from theirs. */
export interface Particulars {
  /** What a full stop after it ends no sentence. */
  readonly abbreviation: string;
  /** What numbers the items of a list, beside digits: «الف», `II`. */
  readonly itemLetters: string;
  /** What may stand before the number of a heading: «فصل», `Section`. */
  readonly headings: string;
  /** What by itself heads what follows: «تبصره», `Note`. */
  readonly bareHeadings: string;
  /** What numbers items and headings in words: «نخست», `first`. */
  readonly ordinals: string;
}

/** The first rules of every language. */
export function firstRules({
  abbreviation,
  itemLetters,
  headings,
  bareHeadings,
  ordinals,
}: Particulars): readonly BreakRule[] {
  const start = raw`^|^\s{1,8}|[:؛;]\s{1,8}|[${lineEnds}]\s{0,8}|(?<!${abbreviation})(?:[${terminators}${closers}]|[¹²³⁰-⁹])\s{1,8}|(?<=[.!?؟…]${emoji})\s{1,8}`;
  const sign = raw`(?:(?:[${bullets}${openers}]|${emoji}{1,4})\s{0,4}){0,3}`;
  const ended = raw`(?:^\s{0,8}|[${lineEnds}]\s{0,8}|(?<!${abbreviation})[${terminators}${closers}]\s{1,8})`;
  const digits = raw`\p{Nd}{1,3}`;
  const item = raw`(?:${digits}|${itemLetters})(?:\s?[.:/–−\-ـ]\s?(?:${digits}|${itemLetters})){0,5}`;
  return [
    { name: 'line end', breaks: true, before: `[${lineEnds}]`, after: '' },
    { name: 'number, date or time', breaks: false, before: raw`\p{Nd}\.`, after: raw`\p{Nd}` },
    {
      name: 'spaced ellipsis',
      breaks: false,
      before: `[${terminators}]`,
      after: raw`\s{1,2}[${terminators}](?![.…\p{L}\p{N}])`,
    },
    { name: 'remark in brackets', breaks: false, before: raw`[(\[]\s?[${terminators}]{1,4}[)\]]`, after: '' },
    { name: 'address', breaks: false, before: raw`(?:\/\/|www\.)\S{0,200}`, after: raw`\S` },
    { name: 'mailbox', breaks: false, before: raw`[^\s@]@[^\s@]{1,60}\.`, after: raw`[\p{L}\p{N}]` },
    {
      name: 'name of a file, a site or a mailbox',
      breaks: false,
      before: raw`[\p{L}\p{N}_)\-]\.`,
      after: raw`(?:[^\s.،؛:«»"]{1,40}\.){0,4}(?:${endings}(?![A-Za-z0-9])|[^\s.@،؛:]{1,40}@)`,
    },
    {
      name: 'number of a list item or a section',
      breaks: false,
      before: raw`(?:${start})${sign}${item}\s?[-–ـ)\]]?\s?\.[)\]]?`,
      after: raw`\s`,
    },
    {
      name: 'number of a heading',
      breaks: false,
      before: raw`${ended}${sign}(?:${headings})\s{1,2}[«“"(]?(?:${item}|${ordinals})(?:\s\p{L}{3,6}(?:\s${digits})?)?[»”")]?[.]`,
      after: raw`\s`,
    },
    {
      name: 'heading without a number',
      breaks: false,
      before: raw`^\s{0,8}${sign}(?:${bareHeadings})[.]`,
      after: raw`\s`,
    },
    {
      name: 'number of an item, in words',
      breaks: false,
      before: raw`(?:^\s{0,8}|[${lineEnds}]\s{0,8}|[.]\s{1,8})${sign}${ordinals}[.]`,
      after: raw`\s{1,8}[\p{L}«“]`,
    },
  ];
}

/** How the names of files and sites end. */
const endings = [
  ...[
    'pdf',
    'docx?',
    'xlsx?',
    'pptx?',
    'odt',
    'rtf',
    'txt',
    'csv',
    'tsv',
    'json',
    'xml',
    'html?',
    'md',
    'tmx',
    'xliff?',
  ],
  ...['jpe?g', 'png', 'gif', 'svg', 'webp', 'tiff?', 'mp[34]', 'mkv', 'avi', 'wav', 'zip', 'rar', '7z', 'exe', 'apk'],
  ...['js', 'ts', 'py', 'css', 'php', 'epub', 'srt', 'psd'],
  ...['com', 'org', 'net', 'edu', 'gov', 'info', 'io', 'ir', 'co', 'uk', 'us', 'de', 'ru', 'tv', 'me', 'af', 'tj'],
]
  .map((ending) => anyCase(ending))
  .join('|')
  .replace(/^(.*)$/, '(?:$1)');

/** The source that matches `ending` in small letters and in capitals. */
function anyCase(ending: string): string {
  return `${ending}|${ending.toUpperCase()}`;
}

/** The rule that breaks where no other rule forbids it. */
export const spaceAfterEnd: BreakRule = { name: 'space after the end', breaks: true, before: '', after: raw`\s` };
