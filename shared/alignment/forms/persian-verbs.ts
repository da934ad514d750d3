import { foldKey } from '../../language/characters/fold.ts';

const person = ['م', 'ی', 'یم', 'ید', 'ند'];

/** All forms, as `foldKey` at `tight` has them, of a Persian verb with that past stem and that present stem: «گفت», «گو»
 *  give «گفتند», «نگفته», «می‌گوید», «بگوید», «گفتن». */
export function verbForms(past: string, present: string): readonly string[] {
  const [told, tell] = [foldKey(past, 'tight'), foldKey(present, 'tight')];
  const joined = /[او]$/u.test(tell) ? `${tell}ی` : tell;
  const pasts = ['', ...person].map((ending) => told + ending);
  const perfect = ['ه', 'هام', 'های', 'هاست', 'هایم', 'هاید', 'هاند', 'هشد', 'هبود'].map((ending) => told + ending);
  const presents = ['م', 'ی', 'د', 'یم', 'ید', 'ند'].map((ending) => joined + ending);
  const short = /[او]$/u.test(tell) ? [`${tell}د`, `${tell}ند`] : [];
  const all = [
    ...pasts.flatMap((form) => [form, `ن${form}`, `می${form}`, `نمی${form}`]),
    ...perfect.flatMap((form) => [form, `ن${form}`, `می${form}`]),
    ...[...presents, ...short].flatMap((form) => [`می${form}`, `نمی${form}`, `ب${form}`, `ن${form}`]),
    ...[`${told}ن`, `${told}نی`, `${told}نها`, `${told}ار`],
    `ب${tell}`,
    `${joined}نده`,
  ];
  return [...new Set(all)];
}
