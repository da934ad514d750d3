/** −log of the probability that texts of so many characters are as different in length as these, by W. A. Gale, K. W.
 *  Church (1993), with `ratio` characters of source for one of target and the variance `variance` of a character; `most`
 *  where it would be more. */
export function lengthCost(source: number, target: number, ratio: number, variance: number, most: number): number {
  const mean = (source + target * ratio) / 2;
  if (mean === 0) return 0;
  const delta = Math.abs(source - target * ratio) / Math.sqrt(variance * mean);
  // The tail is below exp(−δ²/2), which is quicker to tell.
  if ((delta * delta) / 2 > most) return most;
  return Math.min(most, -Math.log(2 * tail(delta)));
}

/** The upper tail of the normal distribution: M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, 26.2.17. */
function tail(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
}
