import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { placedBehind } from '../../../shared/doc/merge/behind.ts';
import { withSource } from '../../../shared/doc/model/correction-step.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { classify } from '../../../shared/doc/model/step-kind.ts';

/** A step as it travels, with the client that made it. */
export interface SentStep {
  readonly client: string;
  readonly step?: unknown;
}

export type Answer =
  | { readonly ok: true; readonly version: number; readonly steps?: readonly SentStep[] }
  | { readonly ok: false; readonly reason: 'stale'; readonly steps: readonly SentStep[] }
  | { readonly ok: false; readonly reason: 'refused' | 'storage'; readonly problems: unknown };

/** What keeps a document for several clients, as the simulation needs it: the real one, or one in memory. */
export interface Authority {
  /** The document at `version`, or at the head. */
  open(version?: number): Promise<{ readonly doc: unknown; readonly version: number }>;
  push(base: number, client: string, steps: readonly unknown[]): Promise<Answer>;
  /** All steps after `version`. */
  since(version: number): Promise<readonly SentStep[]>;
}

/** An authority that does what the server promises, and nothing else: it takes steps only on the head, all or none, each
 *  of a known kind, and only to a lawful document. */
export function memoryAuthority(start: Node, source: SourceText): Authority {
  const docs = [withSource(start, source.text)];
  const log: SentStep[] = [];
  return {
    async open(version = log.length) {
      return { doc: docs[version]?.toJSON(), version };
    },
    async since(version) {
      return log.slice(version);
    },
    async push(base, client, sent) {
      const others = log.slice(base);
      const stale = { ok: false, reason: 'stale', steps: others } as const;
      const own = sent.map((json) => Step.fromJSON(schema, json));
      const isKnown = others.some((step) => step.client === client);
      const steps = isKnown
        ? null
        : placedBehind(
            own,
            others.map(({ step }) => Step.fromJSON(schema, step)),
          );
      if (!steps) return stale;
      const before = docs.at(-1) as Node;
      const reached = [before];
      for (const step of steps) {
        const doc = reached.at(-1) as Node;
        const json = step.toJSON();
        const change = classify(step, doc);
        const result = change === 'forbidden' ? null : step.apply(doc);
        if (!result?.doc && others.length > 0) return stale;
        if (!result?.doc) return { ok: false, reason: 'refused', problems: { change, json, failed: result?.failed } };
        reached.push(result.doc);
      }
      const head = reached.at(-1) as Node;
      head.check();
      const problems = brokenLaws(head, source, before);
      if (problems.length > 0 && others.length > 0) return stale;
      if (problems.length > 0) return { ok: false, reason: 'refused', problems };
      docs.push(...reached.slice(1));
      const taken = steps.map((step) => ({ client, step: JSON.parse(JSON.stringify(step.toJSON())) as unknown }));
      log.push(...taken);
      return { ok: true, version: log.length, ...(others.length > 0 && { steps: [...others, ...taken] }) };
    },
  };
}
