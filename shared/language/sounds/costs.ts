/** What a sound costs that the other script does not write. Persian leaves short vowels out; و, ی and ا may be vowels. */
export const persianGaps: Readonly<Record<string, number>> = { A: 0.3, W: 0.35, Y: 0.3, E: 0.15, "'": 0.1, h: 0.5 };
export const englishGaps: Readonly<Record<string, number>> = {
  a: 0.15,
  e: 0.12,
  i: 0.2,
  o: 0.2,
  u: 0.2,
  y: 0.25,
  h: 0.3,
  w: 0.4,
};

/** What the second of two equal consonants costs when it has no partner: Persian writes one of them, or both for two
 *  syllables (سنندج). */
export const persianDouble = 0.3;
export const englishDouble = 0.05;

/** What any other sound costs when it has no partner, and two that have nothing in common. */
export const GAP = 1;
export const STRANGERS = 1.4;

/** For a Persian sound, what the English sounds cost that may stand for it; the same character costs nothing. */
export const partners: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  A: { a: 0, e: 0.15, oui: 0.2, yh: 0.4 },
  W: { ouw: 0, v: 0.1, a: 0.35, ef: 0.4, b: 0.5 },
  Y: { iy: 0, e: 0.1, J: 0.2, a: 0.25, uo: 0.4, h: 0.5 },
  E: { ae: 0, h: 0.1, iouy: 0.2, t: 0.5 },
  "'": { aeiou: 0.1, q: 0.6 },
  b: { p: 0.4, v: 0.5 },
  c: { C: 0, S: 0.4, s: 0.5, kt: 0.6 },
  d: { D: 0.1, T: 0.4, t: 0.5 },
  f: { v: 0.25, wp: 0.5 },
  g: { G: 0, q: 0.2, k: 0.4, Jj: 0.6 },
  h: { x: 0.35, CJ: 0.5, ea: 0.7, k: 0.8 },
  j: { J: 0, G: 0.1, Z: 0.2, gD: 0.3, cC: 0.4, zyd: 0.5 },
  k: { q: 0.15, C: 0.3, xg: 0.4, G: 0.5, h: 0.6 },
  l: { r: 0.7 },
  m: { n: 0.5 },
  n: { m: 0.5 },
  p: { b: 0.4, f: 0.5 },
  q: { g: 0.2, k: 0.25, G: 0.3, Cx: 0.5, c: 0.8 },
  r: { l: 0.7 },
  s: { T: 0.2, z: 0.25, X: 0.3, S: 0.4, c: 0.5, C: 0.6 },
  S: { X: 0.1, C: 0.2, sc: 0.4, T: 0.6, z: 0.7 },
  t: { T: 0.1, dD: 0.4 },
  x: { hC: 0.25, kJX: 0.3, q: 0.4, g: 0.5 },
  z: { D: 0.2, Xs: 0.3, TZ: 0.4, dJ: 0.6 },
  Z: { JjG: 0.1, zgSs: 0.4 },
};
