/** Endings of Persian words as `fold` at level `tight` has them, without ZWNJ: plural, ezafe and indefinite ی, comparison,
 *  possessive and copula. */
const endings =
  'هایشان هایمان هایتان هایم هایت هایش هایی های ها ترین تری تر یشان یمان یتان شان مان تان گانی گان انی ان ای یی ی ش م ت ند یم ید ست است را اش ام ات'.split(
    ' ',
  );

/** What may stand before the rest of a verb or noun. */
const beginnings = ['نمی', 'می', 'نا'];

/** How short what remains may be. */
const SHORTEST = 2;
const LAYERS = 3;

/** The words that `key` (of `foldKey` at `tight`) may be a form of, itself first, then the longest. «همکاریهای»
 *  gives «همکاری» before «همکار». Solid writing leaves open where a word ends: that is for a word list to decide. */
export function persianBases(key: string): readonly string[] {
  const known = basesOf.get(key);
  if (known !== undefined) return known;
  if (basesOf.size > MANY) basesOf.clear();
  const made = allBases(key);
  basesOf.set(key, made);
  return made;
}

const MANY = 20_000;
const basesOf = new Map<string, readonly string[]>();

function allBases(key: string): readonly string[] {
  const bases = new Set([key]);
  let layer: readonly string[] = [key];
  for (let depth = 0; depth < LAYERS; depth++) {
    layer = layer.flatMap(stripped).filter((base) => !bases.has(base));
    if (layer.length === 0) break;
    for (const base of layer) bases.add(base);
  }
  return [...bases].sort((a, b) => b.length - a.length);
}

function stripped(word: string): readonly string[] {
  const shorter = endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST)
    .map((ending) => word.slice(0, -ending.length));
  const silent = word.endsWith('گان') && word.length > 5 ? [`${word.slice(0, -3)}ه`] : [];
  const verbs = beginnings
    .filter((beginning) => word.startsWith(beginning) && word.length - beginning.length >= SHORTEST)
    .map((beginning) => word.slice(beginning.length));
  return [...silent, ...shorter, ...verbs];
}

/** One form for all of a word that is not in a word list, as light as can be: without plural, می, and the ی that a vowel
 *  takes on before the next word. */
export function persianStem(key: string): string {
  const noun = /^(.{3,}?)(?:های(?:ی|م|ت|ش|شان|مان|تان)?|ها)$/u.exec(key)?.[1] ?? key;
  const verb = /^(?:نمی|می)(.{3,})$/u.exec(noun)?.[1] ?? noun;
  return /[او]ی$/u.test(verb) && verb.length > 3 ? verb.slice(0, -1) : verb;
}
