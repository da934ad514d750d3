import { afterEach, expect, it } from 'vitest';
import choices from '../../../client/ui/column-choices.module.css';
import list from '../../../client/ui/record-list.module.css';
import '../../../client/ui/theme.css';

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.dir = 'ltr';
});

/** An element of a class with children. */
function box(name: string | undefined, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement('div');
  element.className = name ?? '';
  element.append(...children);
  return element;
}

it.each(['ltr', 'rtl'])('the first columns of a wide table are seen first on a page that runs %s', (direction) => {
  document.documentElement.dir = direction;
  const table = document.createElement('table');
  table.className = choices.table ?? '';
  table.dir = 'ltr';
  const row = table.insertRow();
  for (let column = 0; column < 12; column += 1) row.insertCell().textContent = `a cell of column ${column}`;
  const scroll = box(choices.scroll, table);
  const dialog = box('', scroll);
  dialog.style.width = '500px';
  document.body.append(dialog);
  expect(scroll.scrollWidth).toBeGreaterThan(scroll.clientWidth);
  expect(row.cells[0]?.getBoundingClientRect().left).toBeCloseTo(scroll.getBoundingClientRect().left, 0);
});

it.each([553, 900])(
  'in a list %i pixels wide the names have most of the room, and the spine goes through the node',
  (width) => {
    const [persian, english] = [box(list.persian, 'حسین'), box(list.english, 'Hissein')];
    const node = box(list.node);
    const row = box(list.row, box(list.start), persian, node, english, box(list.end, '2'));
    const around = box(list.list, box(list.all, row));
    around.style.width = `${width}px`;
    document.body.append(around);
    expect(persian.clientWidth + english.clientWidth).toBeGreaterThan(0.6 * width);
    const middle = node.getBoundingClientRect();
    const spine = row.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(row, '::before').left);
    expect(Math.abs(spine - (middle.left + middle.width / 2))).toBeLessThan(2);
  },
);
