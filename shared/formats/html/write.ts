import { statusNames } from '../../core/status.ts';
import { lacking, type Writer } from '../corpus/format.ts';
import type { CorpusRow, ExportOptions } from '../corpus/row.ts';
import { escapeAttribute, escapeText, xmlCharacters } from '../xml/xml.ts';

/** Paper, and a screen of any width: two columns of one height a row, no row cut by the end of a page, the head again on each. */
const style = `
    :root { color-scheme: light; }
    body { margin: 0 auto; max-width: 1120px; padding: 24px; color: #1b1b1b; background: #fff; font: 16px/1.7 Inter, Calibri, "Helvetica Neue", Arial, sans-serif; }
    h1 { margin: 1.2em 0 0.6em; font-size: 1.5em; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    th { padding: 4px 14px; border-bottom: 2px solid #1f4e96; text-align: start; font-weight: 600; }
    td { padding: 5px 14px; border-bottom: 1px solid #dcdcdc; vertical-align: top; overflow-wrap: break-word; }
    th:first-child, td:first-child { border-right: 1px solid #b9b9b9; }
    [lang|="fa"] { font-family: Vazirmatn, "Noto Naskh Arabic", Tahoma, "Geeza Pro", Arial, sans-serif; line-height: 2; }
    tr.new td { border-top: 2px solid #b9b9b9; }
    tr.lead { font-weight: 600; }
    .state { margin-inline-start: 8px; padding: 0 6px; border: 1px solid #8a5a00; border-radius: 4px; color: #8a5a00; font-size: 0.75em; white-space: nowrap; }
    .none { color: #6b6b6b; font-style: italic; }
    @page { size: A4; margin: 16mm 14mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      h1 { break-after: avoid; }
      h1:not(:first-of-type) { break-before: page; }
      tr { break-inside: avoid; }
      thead { display: table-header-group; }
    }`;

/** Both texts side by side as one page of HTML (HTML Living Standard, in the XML syntax too) in UTF-8, for reading and for printing: Persian on
 *  the left and English on the right, each with its language and direction. It loads nothing. A row that nobody has confirmed
 *  says its state; ids of documents and segments are data of their elements. */
export function html({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const head = `<table>\n<thead><tr><th scope="col" lang="${fa}" dir="rtl">فارسی</th><th scope="col">English</th></tr></thead>\n<tbody>\n`;
  const begun = (row: CorpusRow, before: CorpusRow | null) =>
    `${before === null ? '' : '</tbody>\n</table>\n'}<h1 dir="auto" data-document="${attribute(row.document)}">${escapeText(row.title)}</h1>\n${head}`;
  const confirmed = new Set(['translated', 'reviewed', 'final']);
  const english = ({ en: text, status, leftOut }: CorpusRow) => {
    if (leftOut) return '<span class="none">left out</span>';
    const state = confirmed.has(status) ? '' : `<span class="state">${statusNames[status]}</span>`;
    return `${escapeText(text)}${state}`;
  };
  return {
    files: [{ ending: 'html', mediaType: 'text/html; charset=utf-8' }],
    needs: [],
    fittings: [xmlCharacters],
    losses: lacking('mention', 'link', 'remark', 'alignment', 'taken'),
    open: [
      `<!DOCTYPE html>\n<html lang="${en}" dir="ltr">\n<head>\n<meta charset="utf-8"/>\n<meta name="viewport" content="width=device-width"/>\n<title>Radif</title>\n<style>${style}\n</style>\n</head>\n<body>\n`,
    ],
    row(row, _, before) {
      const isNew = before?.document !== row.document;
      const classes = [!isNew && before?.paragraph !== row.paragraph && 'new', row.kind === 'lead' && 'lead'];
      const named = classes.filter((name) => typeof name === 'string').join(' ');
      return [
        `${isNew ? begun(row, before) : ''}<tr${named === '' ? '' : ` class="${named}"`} data-segment="${attribute(row.segment)}"><td lang="${fa}" dir="rtl">${escapeText(row.fa)}</td><td lang="${en}" dir="ltr">${english(row)}</td></tr>\n`,
      ];
    },
    close: (last) => [`${last === null ? '' : '</tbody>\n</table>\n'}</body>\n</html>\n`],
  };
}

function attribute(text: string): string {
  return escapeAttribute(text.replace(xmlCharacters.pattern, ''));
}
