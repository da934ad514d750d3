import { nameKey } from './name.ts';

/** An English name as a sentence has it: `the `, `foreign minister`, `’s`. The three parts spell the text. */
export interface RenderedName {
  readonly article: string;
  readonly name: string;
  readonly ending: string;
}

/** Takes the article and the ending of the possessive from an English name. */
export function renderedName(text: string): RenderedName {
  const article = /^(?:the|an?)\s+(?=\S)/iu.exec(text)?.[0] ?? '';
  const ending = /(?<=\S)(?:(?<=s)[’']|[’']s)$/iu.exec(text)?.[0] ?? '';
  return { article, name: text.slice(article.length, text.length - ending.length), ending };
}

/** What an English name folds to, whatever its article, ending, case or spacing. */
export function renderingKey(text: string): string {
  return nameKey(renderedName(text).name);
}

/** The ways to write a name of the registry that has brackets: with what stands in them, without it, and, where a name ends
 *  with a short form in brackets, that alone. `Plan of Action (JCPOA)` is `Plan of Action (JCPOA)`, `Plan of Action` and
 *  `JCPOA`. A name without brackets is written in one way. */
export function writtenForms(name: string): readonly string[] {
  const without = name.replace(/\s*\([^()]*\)/gu, '').trim();
  const short = /\((?=\p{Lu})([^()]+)\)$/u.exec(name)?.[1];
  return without === name ? [name] : [name, without, ...(short === undefined ? [] : [short])];
}

/** How `before` reads when a name is `fresh` that was `old`: in the same one of the written forms, with its article, its
 *  possessive and the capital of the start of a sentence. `null` where `before` is no form of `old`. */
export function renamed(before: string, old: string, fresh: string): string | null {
  const key = renderingKey(before);
  const forms = writtenForms(old);
  const index = forms.findIndex((each) => renderingKey(each) === key);
  const form = forms[index];
  if (form === undefined || key === '') return null;
  const written = writtenForms(fresh)[index] ?? writtenForms(fresh)[1] ?? fresh;
  const isPlain = form.includes('(') && !before.includes('(');
  return inPlaceOf(before, form, isPlain ? written.replace(/[()]/gu, '') : written);
}

/** How `before` reads when another name stands there: with its article, if it has one, and its possessive. */
export function replacedBy(before: string, fresh: string): string {
  return inPlaceOf(before, renderedName(before).name, fresh);
}

/** `fresh` where `before` stands for `old`. An article that `old` has not belongs to the sentence and stays; one that it has
 *  is that of the name. */
function inPlaceOf(before: string, old: string, fresh: string): string {
  const [was, known, is] = [renderedName(before), renderedName(old), renderedName(fresh)];
  const ownArticle = was.article === '' && known.article !== '' ? '' : is.article;
  const article = was.article !== '' && known.article === '' ? was.article : ownArticle;
  const ending = was.ending === '' ? is.ending : possessive(is.name, was.ending);
  const isCapital = /^\p{Lu}/u.test(before) && /^\p{Ll}/u.test(old);
  const text = article + is.name + ending;
  return isCapital ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : text;
}

function possessive(name: string, ending: string): string {
  return /s$/iu.test(name) ? ending.charAt(0) : `${ending.charAt(0)}s`;
}
