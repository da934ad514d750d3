import { afterEach, expect, it } from 'vitest';
import bar from '../../../client/frame/top-bar.module.css';
import crumbs from '../../../client/ui/crumbs.module.css';

afterEach(() => document.body.replaceChildren());

it('a project with the longest name leaves room for its document and for what is said of saving', () => {
  const name = (length: number) => 'name '.repeat(length / 5);
  document.body.innerHTML = `<div class="${bar.where}">
    <div class="${bar.breadcrumb}"><nav><ol class="${crumbs.crumbs}">
      <li><a href="#a"><bdi>${name(200)}</bdi></a></li>
      <li><h1 class="${crumbs.here}"><bdi>A title</bdi></h1></li>
    </ol></nav></div>
    <div class="${bar.status}">Saved</div>
  </div>`;
  const where = document.body.querySelector('div') as HTMLElement;
  where.style.inlineSize = '900px';
  const end = (found: Element | null) => found?.getBoundingClientRect().right ?? Number.POSITIVE_INFINITY;
  const right = end(where);
  expect(end(where.querySelector('h1'))).toBeLessThanOrEqual(end(where.querySelector(`.${bar.breadcrumb}`)));
  const saved = where.querySelector(`.${bar.status}`) as HTMLElement;
  expect(end(saved)).toBeLessThanOrEqual(right);
  expect(saved.scrollWidth).toBeLessThanOrEqual(saved.clientWidth);
  expect(where.querySelector('a bdi')?.getBoundingClientRect().width).toBeGreaterThan(150);
});
