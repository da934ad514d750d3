import type { MachineChoice, MachineTrouble } from '../../shared/core/machine.ts';
import { below, machineAddress } from './address.ts';
import { provedAnswer, saidLine } from './answer.ts';
import { post, type Response } from './exchange.ts';
import { member } from './protocol.ts';
import { protocolOf } from './provider.ts';
import type { Question } from './question.ts';

/** A machine as a project has chosen it, with its key. */
export interface Machine extends MachineChoice {
  readonly key: string | null;
}

export interface Failed {
  readonly rule: MachineTrouble['rule'];
  readonly said: string;
  /** What `Retry-After` says, as it stands. */
  readonly retryAfter: string | null;
}

export type Translated = { readonly english: string } | Failed;

export interface Waiting {
  readonly signal: AbortSignal;
  /** Milliseconds, in place of what is usual for the protocol. */
  readonly patience?: number | undefined;
}

/** Asks a machine once. Whatever it answers, what comes of it is one proved line of English or a trouble. Throws when `signal` says that
 *  nobody wants it any more. */
export async function translate(
  machine: Machine,
  question: Question,
  { signal, patience }: Waiting,
): Promise<Translated> {
  const address = machineAddress(machine.address);
  if (address === null) return failed('address');
  const protocol = protocolOf(machine);
  const { path, headers, body } = protocol.ask(question, machine);
  const answer = await post({
    url: below(address, path),
    headers,
    body: JSON.stringify(body),
    patience: patience ?? protocol.patience,
    signal,
  });
  if (typeof answer === 'string') return failed(answer);
  if (answer.status !== 200) return refusal(answer, protocol.isUsedUp?.(answer.status) ?? false);
  const read = protocol.read(json(answer.body));
  if (read === null) return failed('garbled');
  const proved = provedAnswer(read, question.text);
  return 'english' in proved ? proved : failed(proved.rule);
}

function failed(rule: Failed['rule'], said = '', retryAfter: string | null = null): Failed {
  return { rule, said, retryAfter };
}

function refusal({ status, retryAfter, body }: Response, isUsedUp: boolean): Failed {
  const said = saidIn(json(body));
  if (isUsedUp || status === 402) return failed('quota', said, retryAfter);
  if (status === 401 || status === 403) return failed('key', said, retryAfter);
  if (status === 429 || status === 503) return failed('busy', said, retryAfter);
  if (status === 404 || status === 405) return failed('address', said);
  return failed('failed', said || `HTTP ${status}`, retryAfter);
}

/** `{error: "…"}` of LibreTranslate and Ollama, `{error: {message}}` of OpenAI, `{message}` of DeepL. */
function saidIn(answer: unknown): string {
  const error = member(answer, 'error');
  const said = [error, member(error, 'message'), member(answer, 'message')].find((each) => typeof each === 'string');
  return typeof said === 'string' ? saidLine(said) : '';
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
