import { graphemes } from '../../language/characters/grapheme.ts';

const LONGEST = 60;

/** A title for a text that was given none: the first words of the first paragraph that has some, up to 60 characters, with
 *  `…` where it goes on. */
export function titleFromText(text: string): string {
  const worded = /^.*[\p{L}\p{N}].*$/mu.exec(text)?.[0] ?? text;
  const line = tidy(worded.slice(0, 4 * LONGEST));
  if (line.length <= LONGEST) return line;
  const space = line.slice(0, LONGEST).lastIndexOf(' ');
  return `${line.slice(0, space > 0 ? space : graphemes(line).floor(LONGEST))}…`;
}

const extension = /(?<=.)\.(?=[0-9]*[a-z])([a-z0-9]{1,8})$/i;

/** How the name of a file ends, in small letters and without the dot; `''` when it has no such ending. */
export function extensionOf(name: string): string {
  return extension.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A title from the name of a file: without folders and the last ending; `''` when nothing is left. */
export function titleFromFileName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  return tidy(base.replace(extension, '').normalize('NFC'));
}

/** Controls, lone surrogates and invisible marks of direction have no place in a name; ZWNJ has. */
function tidy(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/^ | $/g, '');
}
