/** A name as it sounds, one ASCII character a sound. What a script leaves open stays open: the sounds of the two
 *  languages are two alphabets, which `transliteration-costs.ts` compares.
 *
 *  Persian: `A` ا, `W` و, `Y` ی, `E` a silent ه at the end, `'` ع and hamza, `x` خ, `q` ق and غ, `c` چ, `S` ش, `Z` ژ, and
 *  the letters that sound alike in Persian as one: ت ط, س ث ص, ز ذ ض ظ, ه ح.
 *
 *  English: `C` ch, `c` tch, `S` sh, `T` th, `D` dh, `x` kh, `q` gh and q, `Z` zh, `J` j, `G` a g before e, i and y, `X` an
 *  x at the beginning; other letters are their own sounds. */
export type Sounds = string;

const persian: Readonly<Record<string, string>> = {
  A: 'اآأإٱ',
  W: 'وؤ',
  Y: 'یيى',
  "'": 'عئء',
  b: 'ب',
  c: 'چ',
  d: 'د',
  E: 'ۀة',
  f: 'ف',
  g: 'گ',
  h: 'حه',
  j: 'ج',
  k: 'کك',
  l: 'ل',
  m: 'م',
  n: 'ن',
  p: 'پ',
  q: 'قغ',
  r: 'ر',
  s: 'سثص',
  S: 'ش',
  t: 'تط',
  x: 'خ',
  z: 'زذضظ',
  Z: 'ژ',
};

const persianSound = new Map(
  Object.entries(persian).flatMap(([sound, all]) => Array.from(all, (each) => [each, sound])),
);

/** How a Persian name sounds, its words joined. Vowel marks, ZWNJ and what is no Persian letter are silent, and so is the ا
 *  that carries a long vowel: «ایران», «اوکراین». */
export function persianSounds(name: string): Sounds {
  const silentEnd = /(?<=[^\P{L}اآ]\p{M}*)ه(?![\p{L}\p{M}])/gu;
  const carrier = /(?<![\p{L}\p{M}])ا(?=[یيىو])/gu;
  const letters = name.normalize('NFKC').replace(silentEnd, 'ۀ').replace(carrier, '');
  return Array.from(letters, (letter) => persianSound.get(letter) ?? '').join('');
}

/** Spellings and their sounds; at each place the first that fits is taken. */
const english: readonly (readonly [spelling: RegExp, sound: string])[] = [
  [/tsch|tch|cz/y, 'c'],
  [/sch|sh|sz/y, 'S'],
  [/dzh/y, 'j'],
  [/ch/y, 'C'],
  [/kh/y, 'x'],
  [/gh/y, 'q'],
  [/zh/y, 'Z'],
  [/ph/y, 'f'],
  [/th/y, 'T'],
  [/dh/y, 'D'],
  [/ck/y, 'k'],
  [/dj/y, 'j'],
  [/qu/y, 'kw'],
  [/wh/y, 'w'],
  [/ou|oo/y, 'u'],
  [/ee/y, 'i'],
  [/eau/y, 'o'],
  [/c(?=[eiy])/y, 's'],
  [/c/y, 'k'],
  [/\bx/y, 'X'],
  [/x/y, 'ks'],
  [/g(?=[eiy])/y, 'G'],
  [/j/y, 'J'],
];

/** Letters that Unicode does not take apart into a letter and a mark. */
const undivided: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'e',
  œ: 'e',
  đ: 'd',
  ş: 'sh',
};

/** How an English name sounds, its words joined. Accents, hyphens and apostrophes are silent. */
export function englishSounds(name: string): Sounds {
  const letters = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[łøıßæœđş]/g, (letter) => undivided[letter] ?? '')
    .normalize('NFD')
    .replace(/[\p{M}'’ʿʾ`]/gu, '');
  let sounds = '';
  for (let at = 0; at < letters.length; ) {
    const [taken, sound] = soundAt(letters, at);
    sounds += sound;
    at += taken;
  }
  return sounds;
}

function soundAt(letters: string, at: number): readonly [taken: number, sound: string] {
  for (const [spelling, sound] of english) {
    spelling.lastIndex = at;
    const match = spelling.exec(letters);
    if (match) return [match[0].length, sound];
  }
  const letter = letters[at] ?? '';
  return [1, /[a-z]/.test(letter) ? letter : ''];
}
