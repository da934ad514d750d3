import type { Company } from '../../../shared/wire/presence.ts';
import type { News, Since } from '../../../shared/wire/step.ts';
import type { Context } from '../../context.ts';
import { merged } from '../../timeline/merged.ts';

/** What to follow, from which version on; `client` is the tab that follows, which the others are told of. */
export interface Following {
  readonly document: string;
  readonly since: Since;
  readonly client?: string | undefined;
}

/** Steps of a document as they are accepted, and between them who else has it open; until `signal` ends it. */
export async function* follow(
  { timeline }: Context,
  { document, since, client }: Following,
  signal: AbortSignal | undefined,
): AsyncGenerator<News | Company> {
  const ending = new AbortController();
  const end = AbortSignal.any(signal ? [signal, ending.signal] : [ending.signal]);
  const changes = timeline.changes(document, since, end);
  if (client === undefined) yield* changes;
  else yield* merged(changes, timeline.presence.company(document, client, end), () => ending.abort());
}
