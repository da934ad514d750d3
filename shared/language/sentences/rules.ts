import { wordList } from './word-list.ts';

/** What a project may say about segmentation. The words are written as usual; ZWNJ, spaces inside a word, hamza and
 *  Arabic letters are met in any spelling. */
export interface SegmentationRules {
  readonly lang: 'fa' | 'en';
  /** Words after which a full stop ends no sentence, written without that stop: `Dr`, `U.S`, «ه.ش». */
  readonly abbreviations: readonly string[];
  /** Verbs that make a sentence of what stands before a colon, or go on after a quotation: «افزود», `said`. */
  readonly reportingVerbs: readonly string[];
  /** Words that tell a speaker: «وزیر», «سخنگو», `minister`. Endings may follow. */
  readonly roleWords: readonly string[];
}

/** The rules of a new project for its Persian sources. */
export const persianRules: SegmentationRules = {
  lang: 'fa',
  abbreviations: wordList(`
    ه.ش، ه.ق، ه.م، ق.م، ب.م، ر.ک، ن.ک، ص.ص، صص، نک، رک، ج.ا.ا
    Dr، Mr، Mrs، Ms، Prof، Gen، St، Jr، Sr، Inc، Ltd، Co، Corp، No، vs، etc، e.g، i.e، U.S، U.K، U.N، E.U، a.m، p.m
  `),
  reportingVerbs: wordList(`
    گفت، گفتند، می‌گوید، می‌گویند، گفته است، گفته بود، گفته‌اند
    افزود، افزودند، می‌افزاید، افزوده است، پرسید، می‌پرسد، نوشت، می‌نویسد، نوشته است
    تأکید کرد، تأکید کردند، تأکید می‌کند، تأکید کرده است، تصریح کرد، تصریح کردند، اعلام کرد، اعلام کردند
    اعلام کرده است
    اظهار کرد، اظهار کردند، اظهار داشت، اظهار داشتند، بیان کرد، بیان داشت، ابراز کرد، ابراز داشت، عنوان کرد، مطرح کرد
    خاطرنشان کرد، خاطرنشان ساخت، خاطر نشان کرد، یادآوری کرد، یادآور شد، متذکر شد، مدعی شد، ادعا کرد، اذعان کرد
    اعتراف کرد
    اضافه کرد، اشاره کرد، تشریح کرد، تکرار کرد، اعتراض کرد، ابراز امیدواری کرد، ابراز نگرانی کرد، پیشنهاد کرد
    تهدید کرد
    توضیح داد، ادامه داد، پاسخ داد، جواب داد، خبر داد، هشدار داد، گزارش داد، گزارش کرد، تأیید کرد، رد کرد، تکذیب کرد
  `),
  roleWords: wordList(`
    وزیر، وزیر خارجه، وزیر امور خارجه، وزرا، نخست‌وزیر، رئیس، رئیس‌جمهور، رؤسا، سخنگو، دبیر، دبیرکل
    نماینده، نمایندگان، سفیر، سفرا، معاون، مشاور، مدیر، مدیرکل، مدیرعامل
    رهبر، پادشاه، ملکه، ولیعهد، شاهزاده، صدراعظم، فرمانده، سردار، سرلشکر، سرتیپ، دریادار، ژنرال
    آیت‌الله، حجت‌الاسلام، امام جمعه، پاپ، اسقف، دادستان، قاضی، شهردار، استاندار، فرماندار، کنسول، کاردار، رایزن
    سناتور، مذاکره‌کننده، مقام، منبع آگاه، دیپلمات، کارشناس، تحلیلگر، استاد دانشگاه، پژوهشگر، نویسنده، روزنامه‌نگار
    خبرنگار، مجری، خبرگزاری، دکتر، آقا، خانم، جناب، سید، حاج
  `),
};

/** The rules for English texts. */
export const englishRules: SegmentationRules = {
  lang: 'en',
  abbreviations: wordList(`
    Mr, Mrs, Ms, Messrs, Dr, Prof, Rev, Hon, Fr, St, Mt, Ft, Gen, Lt, Col, Maj, Capt, Cmdr, Adm, Sgt, Brig
    Sen, Rep, Gov, Pres, Amb, Supt, Insp, v, vs, viz, cf, e.g, i.e, approx, esp, ca, dept, est, ed, eds, trans
    Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sept, Sep, Oct, Nov, Dec, Mon, Tue, Tues, Wed, Thu, Thurs, Fri
    a.m, p.m, U.S, U.K, U.N, E.U, D.C, B.C, A.D, Ph.D, M.D, B.A, M.A, etc, al, Inc, Corp, Ltd, Co, Bros, Jr, Sr
    No, Nos, no, nos, p, pp, Vol, Vols, vol, vols, Fig, Figs, fig, figs, Art, Arts, art, arts
    Sec, sec, Ch, ch, Para, para, paras, Op
  `),
  reportingVerbs: wordList(`
    said, says, told, tells, added, adds, asked, asks, replied, replies, answered, stated, stressed, stresses
    emphasized, emphasised, emphasizes, emphasises, noted, announced, announces, declared, declares, explained
    insisted, insists, warned, warns, claimed, reiterated, reiterates, underlined, underscored
    remarked, wrote, writes, reported, confirmed, denied, argued, argues, acknowledged, admitted, pointed out
  `),
  roleWords: wordList(`
    minister, president, prime minister, secretary, secretary-general, spokesman, spokeswoman, spokesperson
    ambassador, envoy, representative, chairman, chairwoman, chairperson, director, director-general, chancellor
    commander, senator, congressman, congresswoman, governor, mayor, prosecutor, judge, justice, negotiator
    leader, king, queen, prince, princess, pope, bishop, ayatollah, sheikh, imam, adviser, advisor, diplomat
    moderator, interviewer, reporter, journalist, correspondent, professor, Mr, Mrs, Ms, Dr, Prof, Gen, Sen
  `),
};
