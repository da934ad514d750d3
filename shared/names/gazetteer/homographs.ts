import { nameKey } from '../entity/name.ts';

/** Names of places that are everyday words: cheque, financial, butter, wealth, fitting, cable, safety, Monday, threshold,
 *  and so on; and points of the compass. */
const places = [
  ...['چک', 'مالی', 'کره', 'غنا', 'پرو', 'موریس', 'گویان', 'کابل', 'امان', 'دوشنبه', 'آستانه', 'رم', 'بم', 'وین'],
  ...['قدس', 'مدینه', 'غرب', 'شرق'],
];

/** Names of peoples that are: crack, cheque, did, wedding, Afghan money; and adjectives that are mostly part of a longer
 *  name, or a point of the compass. */
const peoples = [
  ...['ترک', 'ترک‌ها', 'ترک‌های', 'ترک‌هایی', 'چک', 'چکی', 'کرد', 'کردی', 'سوری', 'افغانی', 'مالیایی', 'لاتین'],
  ...['اسلامی', 'مسیحی', 'غربی', 'شرقی', 'سنی', 'عربی'],
];

const keys = {
  places: new Set(places.map(nameKey)),
  peoples: new Set(peoples.map(nameKey)),
};

/** True for a name that is more often an everyday word. */
export function isHomograph(name: string, label: string): boolean {
  return keys[label === 'NORP' ? 'peoples' : 'places'].has(nameKey(name));
}

/** Words after which a homograph is a name: «کشور مالی», «سفیر پرو». */
const cues = new Set(
  [
    ...['کشور', 'جمهوری', 'دولت', 'پایتخت', 'شهر', 'استان', 'سفیر', 'پارلمان', 'ارتش', 'پادشاه', 'مردم', 'اتباع'],
    ...['نخست‌وزیر', 'رئیس‌جمهور', 'رئیس‌جمهوری', 'سفارت', 'شهروندان'],
  ].map(nameKey),
);

/** True when a name that is an everyday word too is a name after these words. */
export function isNameAfter(words: readonly { readonly key: string }[]): boolean {
  const last = words.at(-1)?.key ?? '';
  const both = (words.at(-2)?.key ?? '') + last;
  return cues.has(last) || cues.has(both);
}
