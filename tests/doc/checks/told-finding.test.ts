import { describe, expect, it } from 'vitest';
import type { EntityFinding } from '../../../shared/doc/checks/entity-finding.ts';
import { isOfKind, kindCounts } from '../../../shared/doc/checks/finding-kinds.ts';
import type { Remedy } from '../../../shared/doc/checks/remedy.ts';
import { toldFinding } from '../../../shared/doc/checks/told-finding.ts';

function finding(remedy: Remedy | null): EntityFinding {
  return {
    id: 'entity.name:m1',
    rule: 'entity.name',
    severity: 'error',
    segment: 's1',
    mention: 'm1',
    values: { name: 'Russia' },
    remedy,
  };
}

const place = (after: string) => ({ mention: 'm1', before: 'Rusia', after });

describe('a finding as it is told', () => {
  it('says what would be written, and at how many places', () => {
    const places = [place('Russia'), place('Russia')];
    expect(toldFinding(finding({ kind: 'write', places })).remedy).toEqual({ kind: 'write', name: 'Russia', count: 2 });
  });

  it('names nothing where the places would read differently', () => {
    const places = [place('Russia'), place('Russia’s')];
    expect(toldFinding(finding({ kind: 'write', places })).remedy).toEqual({ kind: 'write', name: null, count: 2 });
  });

  it('tells another label from another entity', () => {
    const mentions = ['m1', 'm2'];
    const told = (as: { readonly label: string } | { readonly entity: string }) =>
      toldFinding(finding({ kind: 'describe', mentions, as })).remedy;
    expect(told({ label: 'GPE' })).toEqual({ kind: 'relabel', label: 'GPE', count: 2 });
    expect(told({ entity: 'e1' })).toEqual({ kind: 'relink', count: 2 });
  });

  it('leaves out what only doing it takes', () => {
    const place = { segment: 's1', from: 0, to: 6 };
    expect(toldFinding(finding({ kind: 'mark-rendering', mention: 'm1', place })).remedy).toEqual({
      kind: 'mark-rendering',
    });
    expect(toldFinding(finding(null))).toEqual(finding(null));
  });
});

describe('a kind of findings', () => {
  const error = finding(null);
  const warning: EntityFinding = { ...error, rule: 'entity.label', severity: 'warning' };

  it('is a severity, a rule, or any', () => {
    expect(isOfKind(error, null)).toBe(true);
    expect(isOfKind(error, 'error')).toBe(true);
    expect(isOfKind(error, 'entity.name')).toBe(true);
    expect(isOfKind(warning, 'error')).toBe(false);
    expect(isOfKind(warning, 'entity.name')).toBe(false);
  });

  it('is counted by both', () => {
    expect(kindCounts([error, warning, error])).toEqual(
      new Map([
        ['error', 2],
        ['entity.name', 2],
        ['warning', 1],
        ['entity.label', 1],
      ]),
    );
  });
});
