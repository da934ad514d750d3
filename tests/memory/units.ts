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
