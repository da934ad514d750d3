import { inTarget, type PairRule } from '../pair/rule.ts';

/** What may stand after the mark that ends a text. */
const closers = /[\s»”’"')\]\u200c\u200e\u200f]/u;

const english: Readonly<Record<string, string>> = {
  ...{ '؟': '?', '?': '?', '!': '!', '؛': ';', ';': ';', ':': ':', '.': '.', '۔': '.', '…': '…' },
};

/** A text that ends with another mark than its Persian: a question that is none any more, a stop that lacks. A mark inside the English
 *  will do where it closes a quotation («چرا؟» / "Why?" she asked.); where the Persian has none, English may have a stop. */
export const end: PairRule = {
  severity: 'warning',
  check({ source, target }) {
    const [own, there] = [lastMark(source), lastMark(target)];
    const wanted = english[own.mark] ?? '';
    const found = english[there.mark] ?? '';
    if (there.to === 0 || own.to === 0 || wanted === found || isFree(wanted, found, source, target)) return [];
    const place = found === '' ? { from: there.to, to: there.to } : { from: there.to - there.length, to: there.to };
    const fix = wanted === '…' || (found === '' && /[\p{P}]$/u.test(target.slice(0, there.to))) ? null : wanted;
    return [{ ...inTarget(place, { wanted, found: there.mark }, fix), isLack: true }];
  },
};

function isFree(wanted: string, found: string, source: string, target: string): boolean {
  if (wanted === '' || wanted === ':') return found !== '?' || /[؟?]/u.test(source);
  // The comma or nothing of a quotation that goes on.
  if (wanted === ';' || wanted === '…') return true;
  if (wanted === '?') return /\?["”’']/u.test(target) || (found !== '' && /[؟?].*[؟?.!]/u.test(source.slice(0, -1)));
  if (wanted === '!') return found === '.' || /!["”’']/u.test(target);
  return found === '…' || (found === '?' && /[؟?]/u.test(source));
}

/** The mark that ends a text, what closes after it left out; `to` is where it ends. Points in a row are one ellipsis. */
function lastMark(text: string): { readonly mark: string; readonly to: number; readonly length: number } {
  let to = text.length;
  while (to > 0 && closers.test(text.charAt(to - 1))) to -= 1;
  const dots = /\.{2,20}$/.exec(text.slice(Math.max(0, to - 20), to))?.[0].length ?? 0;
  if (dots > 0) return { mark: '…', to, length: dots };
  return { mark: text.charAt(to - 1), to, length: 1 };
}
