import { wordList } from './word-list.ts';

/** What speaks for or against a lead in one language, beside the words that a project names. */
export interface LeadCues {
  /** Where and to whom something is said: «در نشست», `in an interview`. */
  readonly settings: readonly string[];
  /** The speaker means himself: words of the first person in what is said. */
  readonly firstPerson: readonly string[];
  /** First words of what is no speaker but a heading, a pronoun or a determiner. */
  readonly headings: readonly string[];
  /** What makes a clause of the words before a colon: ends of it in Persian, words in it in English. */
  readonly clauses: readonly string[];
  /** The likeness of a name in the words before a colon. */
  readonly name: RegExp;
  /** How the words before a colon betray a clause, beside `clauses`. */
  readonly clause: RegExp;
  /** The last unit of a role word and what may follow it in its own word. */
  readonly roleEnd: RegExp;
  /** What follows a verb that makes a clause of the words before a colon. */
  readonly afterVerb: RegExp;
  /** What follows a verb that reports the rest of its sentence. */
  readonly afterReportingVerb: RegExp;
}

const persian: LeadCues = {
  settings: wordList(`
    در دیدار، در نشست، در گفتگو، در گفت و گو، در مصاحبه، در جمع، در جلسه، در سخنرانی، در کنفرانس، در همایش، در مراسم
    در تماس، در پیام، در پیامی، در پاسخ، در واکنش، در ملاقات، در سفر، در حاشیه، در نامه، در نامه‌ای، در صفحه، خطاب به
  `),
  firstPerson: wordList(`
    ما، من، خودمان، خودم، هستیم، هستم، نیستیم، نیستم، داریم، دارم، نداریم، ندارم، می‌کنیم، می‌کنم، می‌خواهیم، می‌خواهم
    خواهیم، خواهم، معتقدیم، معتقدم، امیدواریم، امیدوارم، کردیم، کردم، کنیم، کنم، باید بگویم، آماده‌ایم
  `),
  headings: wordList(`
    نتیجه، نتایج، نکته، نکات، توجه، یادداشت، هشدار، اخطار، مثال، نمونه، تعریف، عنوان، تیتر، موضوع، تاریخ، زمان، ساعت
    مکان
    محل، منبع، منابع، آدرس، نشانی، تلفن، شماره، بخش، فصل، بند، ماده، پرسش، سؤال، خلاصه، متن، ترجمه، فهرست، لیست، جدول
    نمودار
    تصویر، عکس، ویدئو، فیلم، جزئیات، محور، محورهای، مهم‌ترین، اهم، شرایط، مواد، وسایل، اهداف، دلیل، دلایل، علت، شعار
    پیام
    او، وی، آنها، آنان، ایشان، این، آن، یک، یکی، دو، سه، چهار، پنج، چند، همه، هر، ما، من، شما، که
  `),
  clauses: wordList(`
    است، هست، نیست، بود، شد، شدند، شده، بودند، هستند، نیستند، باشد، باشند، دارد، دارند، داشت، داشتند، ندارد، کرد، کردند
    کرده
    می‌کند، می‌کنند، می‌شود، می‌شوند، خواست، خواستند، می‌خواهد، می‌خواهند، داد، دادند، می‌دهد، گرفت، گرفتند، رفت، آمد
    آمدند
    دید، دیدند، خرید، آورد، آوردند، می‌خوانیم، رسید، رسیدند، عبارتند از، عبارت است از، از جمله، از قبیل، شامل، زیر، ذیل
    مانند، مثل، یعنی، این است، که
  `),
  name: /(?:\p{L}{4}یان|\p{L}{2}(?:زاده|پور|نژاد|نیا|وروف|[کنژدمت]وف|سکی|چنکو|سون))$/u,
  clause: /(?:^|\s)ن?می[\u200c ]\p{L}+$/u,
  roleEnd: /^(?:\u200c|(?:.(?:ان|ها|های|هایی)?|[او]ی)(?![\p{L}\p{N}]))/su,
  afterVerb: /^(?:\s*که)?[\s،]*$/u,
  afterReportingVerb: /^[\s،]{0,3}(?:که(?![\p{L}\p{N}\u200c])|[:«"])/u,
};

const raw = String.raw;

/** A word with a capital letter, and the small words between such words of a name. */
const capital = raw`[(“"]?\p{Lu}[\p{L}\p{M}.’')-]*`;
const small = 'of|the|and|for|at|in|to|on|de|van|von|bin|ibn';

const english: LeadCues = {
  settings: wordList(`
    at a meeting, at a joint, at a press conference, at a news conference, at the meeting, in a meeting, in a joint
    in an interview, in a statement, in a speech, in a phone call, in a telephone call, in a message, in response to
    in talks with, speaking at, speaking to, speaking in, addressing, press conference, news conference, to reporters
  `),
  firstPerson: wordList("I, we, our, my, I'm, we're, I've, we've"),
  headings: wordList(`
    note, notes, warning, example, examples, summary, conclusion, conclusions, question, answer, date, time, place
    venue
    subject, source, sources, title, address, result, results, ingredients, contents, agenda, tip, caution, important
    update
    correction, see, step, part, chapter, section, article, figure, table, photo, image, video, key, list, main, reason
    reasons
    he, she, it, they, we, i, you, the following, there, here, this, these, that, those, one, two, three, four, five
    all, what
  `),
  clauses: wordList(`
    is, are, was, were, be, been, has, have, had, do, does, did, will, would, can, could, should, must, include
    includes
    included, including, follow, follows, following, namely, such as, need, needs, wants, wanted, asked for, demands
    demanded
  `),
  name: new RegExp(raw`^(?=(?:\P{Lu}*\p{Lu}){2})${capital}(?:,?\s(?:${small}|${capital}))*$`, 'u'),
  clause: /\p{L}(?:n['’]t|['’](?:re|ve|ll))(?!\p{L})/u,
  roleEnd: /^.(?:e?s)?(?![\p{L}\p{N}])/su,
  afterVerb: /^/,
  afterReportingVerb: /^/,
};

/** The cues of each language. */
export const leadCues: Readonly<Record<'fa' | 'en', LeadCues>> = { fa: persian, en: english };
