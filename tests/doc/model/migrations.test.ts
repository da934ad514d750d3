import { Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import type { Migration } from '../../../shared/doc/model/editions/edition.ts';
import {
  type Editions,
  editions,
  latestVersion,
  migrate,
  readSnapshot,
  SCHEMA_VERSION,
  schemaOf,
} from '../../../shared/doc/model/migrations.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { doc, page, segment } from '../document.ts';

const document = doc(page(segment('s1', 'وزیر', 'The <m1>minister</m1>')));

const followedBy = (...migrations: readonly Migration[]): Editions => ({
  past: migrations.map((migrate) => ({ schema, migrate })),
  schema,
});

describe('a snapshot', () => {
  it('gives the document it was made of', () => {
    const read = readSnapshot(JSON.parse(JSON.stringify(document)), SCHEMA_VERSION);
    expect(read.ok && read.value.eq(document)).toBe(true);
  });

  it('of a version that is not known is refused in words', () => {
    for (const version of [SCHEMA_VERSION + 1, 0, 1.5, Number.NaN]) {
      const read = readSnapshot(document.toJSON(), version);
      expect(read).toMatchObject({ ok: false, problems: [{ rule: 'snapshot.version' }] });
      expect(!read.ok && read.problems[0]?.message).toContain(`schema version ${version}, and this Radif reads 1 to`);
    }
  });

  it('that the schema does not allow is refused with the reason', () => {
    const json = JSON.parse(JSON.stringify(document));
    const broken = (change: (segment: { attrs: Record<string, unknown>; content: unknown[] }) => void) => {
      const copy = structuredClone(json);
      change(copy.content[0].content[0]);
      const read = readSnapshot(copy, SCHEMA_VERSION);
      return read.ok ? 'read' : `${read.problems[0]?.rule}: ${read.problems[0]?.message}`;
    };
    expect(broken((segment) => (segment.attrs.status = 'done'))).toContain('Expected one of initial');
    expect(broken((segment) => (segment.attrs.id = ''))).toContain('Expected a non-empty string');
    expect(broken((segment) => segment.content.push({ type: 'mention' }))).toContain('snapshot.schema: ');
    expect(broken((segment) => segment.content.push({ type: 'picture' }))).toContain('picture');
    expect(readSnapshot(json.content[0], SCHEMA_VERSION)).toMatchObject({ ok: false });
    expect(readSnapshot({ ...json, content: [] }, SCHEMA_VERSION)).toMatchObject({ ok: false });
    for (const nothing of [null, 7, 'doc', {}])
      expect(readSnapshot(nothing, SCHEMA_VERSION)).toMatchObject({ ok: false });
  });
});

describe('migrations', () => {
  it('are as many as there were older versions of the schema', () => {
    expect(latestVersion(editions)).toBe(SCHEMA_VERSION);
  });

  it('run one after the other from the version of the snapshot on', () => {
    const steps = followedBy(
      (old) => ({ ...(old as object), second: true }),
      (old) => ({ ...(old as object), third: true }),
    );
    expect(migrate({ first: true }, 1, steps)).toEqual({ ok: true, value: { first: true, second: true, third: true } });
    expect(migrate({ first: true }, 2, steps)).toEqual({ ok: true, value: { first: true, third: true } });
    expect(migrate({ first: true }, 3, steps)).toEqual({ ok: true, value: { first: true } });
    expect(migrate({ first: true }, 1, steps, 2)).toEqual({ ok: true, value: { first: true, second: true } });
    expect(migrate({ first: true }, 4, steps)).toMatchObject({ ok: false });
  });

  it('lead from the edition before today’s, whose steps go on in their own schema', () => {
    const second = schemaOf(editions, 2);
    const json = JSON.parse(JSON.stringify(document));
    for (const page of json.content) for (const { attrs } of page.content ?? []) delete attrs.taken;
    const old = second.nodeFromJSON(json);
    const step = Step.fromJSON(second, { stepType: 'attr', pos: 1, attr: 'status', value: 'draft' });
    const stepped = step.apply(old).doc;
    expect(stepped?.firstChild?.firstChild?.attrs).not.toHaveProperty('taken');
    const read = readSnapshot(JSON.parse(JSON.stringify(stepped)), 2);
    expect(read.ok && segments(read.value)).toMatchObject([{ status: 'draft', taken: null, text: 'The minister' }]);
  });

  it('that fail are told', () => {
    const failing: Migration = () => {
      throw new Error('no statement 3');
    };
    expect(migrate({}, 1, followedBy(failing))).toMatchObject({
      ok: false,
      problems: [{ rule: 'snapshot.migration', message: expect.stringContaining('no statement 3') }],
    });
  });
});
