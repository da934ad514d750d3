import { describe, expect, it } from 'vitest';
import {
  differingLabels,
  keptLabels,
  labelRows,
  rowProblems,
  withLabel,
  withMoved,
  withNewLabel,
  withoutLabel,
} from '../../../../client/pages/registry/labels/label-rows.ts';
import { defaultLabels } from '../../../../shared/core/label.ts';

const three = defaultLabels.slice(0, 3);
const rows = labelRows(three);
const ids = (labels: readonly { readonly id: string }[]) => labels.map(({ id }) => id);

describe('labels while they are edited', () => {
  it('are those of the project until something is changed', () => {
    expect(keptLabels(rows)).toEqual(three);
  });

  it('move up and down, not past the ends, and keep who they are', () => {
    const moved = withMoved(rows, 0, 1);
    expect(ids(moved)).toEqual(['ORG', 'PER', 'GPE']);
    expect(ids(withMoved(moved, 0, 1))).toEqual(['ORG', 'GPE', 'PER']);
    expect(withMoved(rows, 0, -1)).toBe(rows);
    expect(withMoved(rows, 2, 1)).toBe(rows);
    expect(withMoved(rows, 9, 1)).toBe(rows);
  });

  it('stay in their place to be taken back when they go; a new one just goes', () => {
    const removed = withoutLabel(withNewLabel(rows), 1);
    expect(ids(removed)).toEqual(['PER', 'ORG', 'GPE', '']);
    expect(ids(keptLabels(removed))).toEqual(['PER', 'GPE', '']);
    expect(ids(keptLabels(withLabel(removed, 1, { isRemoved: false })))).toEqual(['PER', 'ORG', 'GPE', '']);
    expect(ids(withoutLabel(removed, 3))).toEqual(['PER', 'ORG', 'GPE']);
  });

  it('begin in a colour that no other has', () => {
    expect(three.map(({ hue }) => hue)).not.toContain(withNewLabel(rows).at(-1)?.hue);
    const all = labelRows(defaultLabels);
    expect(withNewLabel(withoutLabel(all, 4)).at(-1)?.hue).toBe(defaultLabels[4]?.hue);
  });

  it('tell what is wrong beside the field that mends it, and leave out what goes', () => {
    const wrong = withLabel(withNewLabel(rows), 3, { id: 'PER', en: 'Ship', key: 'KeyO' });
    const problems = rowProblems(wrong);
    expect([...problems.keys()]).toEqual([1, 3]);
    expect([...(problems.get(1) ?? [])].map(([field, { rule }]) => [field, rule])).toEqual([['key', 'label.key']]);
    expect([...(problems.get(3) ?? [])].map(([field, { rule }]) => [field, rule])).toEqual([
      ['id', 'label.twice'],
      ['key', 'label.key'],
      ['fa', 'label.name'],
    ]);
    expect([...rowProblems(withoutLabel(wrong, 1)).keys()]).toEqual([3]);
  });

  it('are wrong as a whole when none is left', () => {
    const none = rows.reduce((left, { row }) => withoutLabel(left, row), rows);
    expect(rowProblems(none).get(null)?.get(null)?.rule).toBe('label.none');
  });

  it('differ where one list says something else, or has one more', () => {
    const [person, organisation, place] = three;
    if (!person || !organisation || !place) throw new Error('There are three labels');
    expect(differingLabels(three, [person, { ...organisation, key: '' }])).toEqual(['ORG', 'GPE']);
    expect(differingLabels(three, three)).toEqual([]);
  });
});
