import type { Beginnings } from './beginnings.ts';

/** The elements of a new row. */
export interface RowParts {
  readonly row: HTMLElement;
  /** Names the paragraph that begins with the row. */
  readonly heading: HTMLElement | null;
  readonly source: HTMLElement;
  /** The node on the spine: it shows the state, opens its menu and drags the boundary. */
  readonly handle: HTMLElement;
  readonly rendering: HTMLElement;
  readonly meta: HTMLElement;
}

const template = makeRow();

/** A row without text, cloned: five thousand are made when a document is opened. */
export function rowTemplate({ paragraph }: Beginnings): RowParts {
  const row = template.cloneNode(true) as HTMLElement;
  const [, source, spine, rendering, meta] = row.children as unknown as readonly HTMLElement[];
  const handle = spine?.firstElementChild;
  if (!source || !rendering || !meta || !(handle instanceof HTMLElement)) throw new Error('The row template is broken');
  if (paragraph === null) return { row, heading: null, source, handle, rendering, meta };
  const heading = cell('div', 'paragraph');
  heading.setAttribute('role', 'heading');
  heading.setAttribute('aria-level', '2');
  row.prepend(heading);
  row.classList.add('fresh');
  return { row, heading, source, handle, rendering, meta };
}

function makeRow(): HTMLElement {
  const row = document.createElement('div');
  row.className = 'segment';
  row.setAttribute('role', 'group');

  const number = cell('div', 'number');
  number.setAttribute('aria-hidden', 'true');

  const source = cell('p', 'source');
  source.lang = 'fa';
  source.dir = 'rtl';
  source.tabIndex = -1;

  const handle = document.createElement('button');
  handle.type = 'button';
  handle.className = 'handle';
  handle.tabIndex = -1;
  handle.setAttribute('aria-haspopup', 'menu');
  const spine = cell('div', 'spine');
  spine.append(handle);

  const rendering = document.createElement('p');
  rendering.className = 'rendering';
  rendering.lang = 'en';
  rendering.dir = 'ltr';

  row.append(number, source, spine, rendering, cell('div', 'meta'));
  return row;
}

function cell(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.contentEditable = 'false';
  return made;
}
