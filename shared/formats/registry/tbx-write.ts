import type { EntityRecord, OtherName, Side } from '../../names/entity/entity.ts';
import { escapeAttribute, escapeText, inPlace } from '../xml/xml.ts';

/** How TBX says what a thing is: by attributes (`<descrip type="subjectField">`), or by the tag (`<min:subjectField>`). */
export const tbxStyles = ['dca', 'dct'] as const;
export type TbxStyle = (typeof tbxStyles)[number];

/** What an other name is for, as TBX-Basic says it: the status of a term, and its type. */
export const termUses: readonly {
  readonly use: OtherName['use'];
  readonly status: string;
  readonly type: string | null;
}[] = [
  { use: null, status: 'admittedTerm-admn-sts', type: null },
  { use: 'first mention', status: 'admittedTerm-admn-sts', type: 'fullForm' },
  { use: 'short form', status: 'admittedTerm-admn-sts', type: 'shortForm' },
  { use: 'historical', status: 'supersededTerm-admn-sts', type: null },
  { use: 'forbidden', status: 'deprecatedTerm-admn-sts', type: null },
];

/** The address of an item of Wikidata. */
export const WIKIDATA = 'http://www.wikidata.org/entity/';

/** Entities as TBX-Basic (ISO 30042:2019, dialect of LTAC) in either style: a concept each, its label the subject field, its note, its
 *  item of Wikidata an external cross reference, its names the terms of a language section, the preferred one first. UTF-8; what XML has
 *  no character for is U+FFFD, and nothing else is lost. */
export function writeTbx(entities: readonly EntityRecord[], style: TbxStyle): string {
  const modules =
    style === 'dct' ? ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"' : '';
  const concepts = entities.map((entity, index) => concept(entity, `c${index + 1}`, style)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="${style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"${modules}>
<tbxHeader><fileDesc><sourceDesc><p>Radif</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${concepts}</body></text>
</tbx>
`;
}

function concept(entity: EntityRecord, id: string, style: TbxStyle): string {
  const category = (element: string, module: 'min' | 'basic', type: string, text: string, target?: string) => {
    const at = target === undefined ? '' : ` target="${escapeAttribute(target)}"`;
    const content = escapeText(text.replace(inPlace.pattern, inPlace.replacement));
    return style === 'dca'
      ? `<${element} type="${type}"${at}>${content}</${element}>`
      : `<${module}:${type}${at}>${content}</${module}:${type}>`;
  };
  const term = (name: string, status: string, type: string | null) => {
    const content = escapeText(name.replace(inPlace.pattern, inPlace.replacement));
    const kind = type === null ? '' : category('termNote', 'basic', 'termType', type);
    return `<termSec><term>${content}</term>${category('termNote', 'min', 'administrativeStatus', status)}${kind}</termSec>\n`;
  };
  const section = (side: Side) => {
    const others = side === 'fa' ? entity.faOther : entity.enOther;
    const preferred = entity[side] === '' ? '' : term(entity[side], 'preferredTerm-admn-sts', null);
    const terms = others.map(({ name, use }) => {
      const said = termUses.find((each) => each.use === use);
      return term(name, said?.status ?? 'admittedTerm-admn-sts', said?.type ?? null);
    });
    const all = preferred + terms.join('');
    return all === '' ? '' : `<langSec xml:lang="${side}">\n${all}</langSec>\n`;
  };
  const { label, note, wikidata } = entity;
  const item =
    wikidata === null ? '' : category('xref', 'basic', 'externalCrossReference', wikidata, `${WIKIDATA}${wikidata}`);
  const remark = note === '' ? '' : `<note>${escapeText(note.replace(inPlace.pattern, inPlace.replacement))}</note>`;
  return `<conceptEntry id="${id}">${category('descrip', 'min', 'subjectField', label)}${item}${remark}\n${section('fa')}${section('en')}</conceptEntry>\n`;
}
