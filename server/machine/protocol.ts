import type { Question } from './question.ts';

/** What is asked by one request: a JSON body posted to a path below the address of the machine. */
export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A protocol that machines for translation speak. */
export interface Protocol {
  /** Milliseconds in which an answer is whole. */
  readonly patience: number;
  ask(question: Question, by: { readonly model: string; readonly key: string | null }): Asked;
  /** The English in an answer, as the machine wrote it; `null` where there is none. */
  read(answer: unknown): string | null;
  /** True for a status that says that the allowance is used up. */
  isUsedUp?(status: number): boolean;
}

/** A member of what may be any JSON. */
export function member(of: unknown, name: string | number): unknown {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, name)) return undefined;
  return (of as Readonly<Record<string | number, unknown>>)[name];
}
