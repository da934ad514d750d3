import { describe, expect, it } from 'vitest';
import { currentFinding, nextFinding, type Visit } from '../../../../client/panels/checks/current.ts';
import type { Finding } from '../../../../shared/core/finding.ts';

const finding = (id: string, segment: string | null): Finding => {
  return { id, rule: 'rule', severity: 'error', segment, mention: null, values: {}, remedy: null };
};
const findings = [finding('a', 's1'), finding('b', 's1'), finding('c', 's3'), finding('d', null)];
const placeOf = (segment: string | null) => (segment === null ? Number.POSITIVE_INFINITY : Number(segment.slice(1)));

describe('the finding that keys are about', () => {
  const current = (visit: Visit | null, active: string | null) => currentFinding(findings, visit, active)?.id ?? null;

  it('is the one that somebody went to', () => {
    expect(current({ finding: 'b', segment: 's1' }, 's1')).toBe('b');
  });

  it('is the first of the active segment once the caret has gone elsewhere', () => {
    expect(current({ finding: 'b', segment: 's1' }, 's3')).toBe('c');
    expect(current(null, 's1')).toBe('a');
  });

  it('is the one whose words the caret touches, of several the one that somebody went to', () => {
    const touching = (touched: readonly string[], visit: Visit | null) =>
      currentFinding(findings, visit, 's1', ({ id }) => touched.includes(id))?.id;
    expect(touching(['b'], null)).toBe('b');
    expect(touching(['b'], { finding: 'a', segment: 's1' })).toBe('b');
    expect(touching(['a', 'b'], { finding: 'b', segment: 's1' })).toBe('b');
    expect(touching(['c'], { finding: 'b', segment: 's1' })).toBe('b');
  });

  it('is none in a segment where nothing was found, and where there is no caret', () => {
    expect(current(null, 's2')).toBeNull();
    expect(current(null, null)).toBeNull();
  });

  it('may stand in no segment, for who went to it', () => {
    expect(current({ finding: 'd', segment: 's3' }, 's3')).toBe('d');
  });

  it('is the first of the segment again when the one gone to is mended', () => {
    expect(current({ finding: 'mended', segment: 's1' }, 's1')).toBe('a');
  });
});

describe('the next finding', () => {
  const next = (visit: Visit | null, active: string | null, step: 1 | -1) =>
    nextFinding(findings, visit, active, step, placeOf)?.id ?? null;

  it('follows the one that somebody went to, also within a segment', () => {
    expect(next({ finding: 'a', segment: 's1' }, 's1', 1)).toBe('b');
    expect(next({ finding: 'b', segment: 's1' }, 's1', 1)).toBe('c');
    expect(next({ finding: 'b', segment: 's1' }, 's1', -1)).toBe('a');
  });

  it('goes on from the other end', () => {
    expect(next({ finding: 'd', segment: 's3' }, 's3', 1)).toBe('a');
    expect(next({ finding: 'a', segment: 's1' }, 's1', -1)).toBe('d');
    expect(next(null, 's0', -1)).toBe('d');
  });

  it('is the nearest one from where the caret is, those of its segment first', () => {
    expect(next(null, 's1', 1)).toBe('a');
    expect(next(null, 's2', 1)).toBe('c');
    expect(next(null, 's2', -1)).toBe('b');
    expect(next(null, 's3', -1)).toBe('c');
    expect(next(null, 's9', 1)).toBe('d');
  });

  it('is the first one where there is no caret', () => {
    expect(next(null, null, 1)).toBe('a');
  });

  it('is none where nothing was found', () => {
    expect(nextFinding([], null, 's1', 1, placeOf)).toBeNull();
  });
});
