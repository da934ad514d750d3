/** What an element of a Word document belongs to, whatever its prefix: WordprocessingML, equations, DrawingML, markup
 *  compatibility; each in its transitional and, where there is one, its strict form (ECMA-376, parts 1, 3 and 4). */
export type Vocabulary = 'w' | 'm' | 'a' | 'pic' | 'mc' | 'other';

const office = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';

const vocabularies: ReadonlyMap<string, Vocabulary> = new Map([
  [`${office}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${office}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${office}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${office}/drawingml/2006/picture`, 'pic'],
  [`${strict}/drawingml/picture`, 'pic'],
  [`${office}/markup-compatibility/2006`, 'mc'],
]);

export function vocabularyOf(uri: string): Vocabulary {
  return vocabularies.get(uri) ?? 'other';
}
