/** Texts that are alike in all ways in which texts of a memory are: few words, many repeats, runs of the same text. */
export function likeTexts(count: number, next: () => number): readonly string[] {
  const words = [
    'دولت',
    'مجلس',
    'گفت',
    'روز',
    'سه‌شنبه',
    'در',
    'از',
    'که',
    'نفت',
    'بازار',
    '۱۴۰۳',
    'تهران',
    'وزیر',
    'آمد',
  ];
  const pick = (below: number) => Math.floor(next() * below);
  const texts: string[] = [];
  while (texts.length < count) {
    const earlier = texts[pick(texts.length)];
    if (earlier !== undefined && pick(3) > 0) {
      const changed = earlier.split(' ');
      for (let edits = pick(3); edits > 0; edits--)
        changed.splice(pick(changed.length + 1), pick(2), words[pick(words.length)] ?? '');
      texts.push(changed.filter(Boolean).join(' '));
    } else
      texts.push(Array.from({ length: 1 + pick(12) }, () => words[pick(pick(2) === 0 ? 4 : words.length)]).join(' '));
  }
  return texts;
}

/** Texts of up to some hundreds of words, the rarer the higher their number, most of them made of an earlier one or of `earlier`. */
export function longTexts(count: number, next: () => number, earlier: readonly string[] = []): readonly string[] {
  const pick = (below: number) => Math.floor(next() * below);
  const word = () => (pick(20) === 0 ? 'و' : `واژه${Math.floor(300 * next() ** 3)}`);
  const texts = [...earlier];
  while (texts.length < earlier.length + count) {
    const known = texts[pick(texts.length)];
    const words = known?.split(' ') ?? [];
    if (known === undefined || pick(4) === 0) {
      const often = pick(3) === 0 ? pick(400) : 0;
      words.splice(0, words.length, ...Array.from({ length: 1 + pick(pick(2) === 0 ? 300 : 70) }, word));
      words.push(...Array.from({ length: often }, () => 'و'));
    } else {
      const edits = pick(Math.ceil(words.length / 2) + 1);
      for (let edit = 0; edit < edits; edit++)
        words.splice(pick(words.length + 1), pick(2), ...(pick(3) > 0 ? [word()] : []));
      if (pick(6) === 0) words.splice(pick(words.length), pick(30));
    }
    if (words.length > 0) texts.push(words.join(' '));
  }
  return texts.slice(earlier.length);
}
