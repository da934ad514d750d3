import type { Outline } from '../../shared/core/outline.ts';
import type { Problem } from '../../shared/core/problem.ts';
import type { Progress } from '../../shared/core/progress.ts';

/** A step as the authority keeps it: who made it, and its JSON. */
export interface SentStep {
  readonly client: string;
  readonly step?: unknown;
}

/** A document as the authority hands it out: the JSON of one version, and how far the timeline has come since. */
export interface OpenedDocument {
  readonly id: string;
  readonly title: string;
  readonly project: { readonly id: string; readonly name: string };
  readonly source: string;
  readonly outline: Outline;
  readonly schemaVersion: number;
  readonly version: number;
  readonly head: number;
  /** How far the document is at its head. */
  readonly progress: Progress;
  readonly doc?: unknown;
}

/** What becomes of a push. `stale` brings the steps after the base; the sender rebases and pushes again. */
export type PushAnswer =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: 'stale'; readonly steps: readonly SentStep[] }
  | { readonly ok: false; readonly reason: 'refused' | 'storage'; readonly problems: readonly Problem[] };

export interface Push {
  readonly document: string;
  /** The version that the first step applies to. */
  readonly base: number;
  readonly client: string;
  readonly steps: readonly unknown[];
}

/** What the timeline needs of the server. Every call rejects while the server cannot be reached. */
export interface Authority {
  /** The document at its head, or at version `at`. */
  open(document: string, at?: number): Promise<OpenedDocument>;
  push(push: Push): Promise<PushAnswer>;
  /** The steps after `version`. */
  since(document: string, version: number): Promise<readonly SentStep[]>;
  /** Hears of steps as they are accepted, beginning with version `since() + 1`, and of nothing new (no steps) when the
   *  connection is there; `version` is that of the last step. Returns the way to stop. */
  watch(
    document: string,
    since: () => number,
    heard: (version: number, steps: readonly SentStep[]) => void,
  ): () => void;
}
