/** The part of mammoth's document tree that carries text. */
export interface DocxElement {
  readonly type: string;
  readonly children?: readonly DocxElement[];
  /** Of a text. */
  readonly value?: string;
  /** Of a reference to a note. */
  readonly noteType?: string;
  readonly noteId?: string;
  /** Of a note. */
  readonly body?: readonly DocxElement[];
  /** Of the document. */
  readonly notes?: { resolve(reference: DocxElement): DocxElement | null };
}

/** One line a paragraph, in reading order; a line break inside a paragraph ends a line too. Lists come without their
 *  numbers, which are not text in the file, and the notes last. */
export function docxText(document: DocxElement): string {
  const lines: string[] = [];
  const notes: DocxElement[] = [];
  let line = '';
  const endLine = () => {
    lines.push(line);
    line = '';
  };
  const read = (element: DocxElement) => {
    if (element.type === 'text') line += element.value ?? '';
    else if (element.type === 'tab') line += '\t';
    else if (element.type === 'break') endLine();
    else if (element.type === 'noteReference') notes.push(document.notes?.resolve(element) ?? { type: 'note' });
    else for (const child of element.children ?? []) read(child);
    if (element.type === 'paragraph') endLine();
  };
  read(document);
  for (const note of notes) for (const paragraph of note.body ?? []) read(paragraph);
  return lines.join('\n');
}
