/** Rows of the table, kept from call to call. */
let row = new Uint32Array(256);

/** The word Levenshtein distance of `a` and the words of `b` in `[from, to)`; `most + 1` where it is more than `most`. Only the band
 *  that can be as near is looked at (Ukkonen 1985): the cost is the length times `most`. */
export function wordDistance(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  from: number,
  to: number,
  most: number,
): number {
  const [n, m] = [a.length, to - from];
  if (Math.abs(n - m) > most) return most + 1;
  if (row.length <= m) row = new Uint32Array(m * 2 + 1);
  const far = most + 1;
  for (let j = 0; j <= m; j++) row[j] = Math.min(j, far);
  for (let i = 1; i <= n; i++) {
    const low = Math.max(1, i - most);
    const high = Math.min(m, i + most);
    let diagonal = row[low - 1] as number;
    row[low - 1] = low === 1 ? Math.min(i, far) : far;
    let least = row[low - 1] as number;
    const word = a[i - 1];
    for (let j = low; j <= high; j++) {
      const above = j === i + most ? far : (row[j] as number);
      let value = word === b[from + j - 1] ? diagonal : diagonal + 1;
      const left = (row[j - 1] as number) + 1;
      if (left < value) value = left;
      if (above + 1 < value) value = above + 1;
      if (value > far) value = far;
      diagonal = row[j] as number;
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return far;
  }
  return row[m] as number;
}
