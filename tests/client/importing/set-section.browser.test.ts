import { expect, it } from 'vitest';
import styles from '../../../client/importing/set-section.module.css';

it('a long row of a sample shows two lines, and nothing of the third', () => {
  const row = document.createElement('div');
  row.className = styles.row ?? '';
  const [source, text] = [document.createElement('p'), document.createElement('p')];
  source.className = styles.source ?? '';
  source.textContent = 'واژه '.repeat(200);
  text.className = styles.rendering ?? '';
  text.textContent = 'word '.repeat(200);
  row.append(source, text);
  row.style.width = '400px';
  document.body.append(row);
  const range = document.createRange();
  range.selectNodeContents(text);
  const lines = [...new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))];
  const { top } = text.getBoundingClientRect();
  const end = top + text.clientTop + text.clientHeight;
  expect(lines.filter((line) => line < end)).toHaveLength(2);
  row.remove();
});
