import { createHash } from 'node:crypto';
import type { MachineSuggestion, MachineTrouble } from '../../shared/core/machine.ts';
import { kept } from './kept.ts';
import { type KeyChest, keyChest } from './key-file.ts';
import { type Pace, quick, slower } from './pace.ts';
import type { Question } from './question.ts';
import { type Failed, type Machine, translate } from './translate.ts';

/** A suggestion that is wanted. */
export interface WantedSuggestion {
  /** The project that the machine is of: one does not see what was answered to another. */
  readonly project: string;
  /** The row that it is for: one that reads otherwise now wants nothing of what was asked for it before. */
  readonly row: string;
  readonly question: Question;
}

/** Asks machines for the suggestions that are wanted, ahead and one after another. */
export interface Machines {
  readonly chest: KeyChest;
  /** What there is for a text, at once: nothing waits here. Whoever still wants what is coming asks again; what nobody has asked for any
   *  more for a short while is given up. */
  suggest(machine: Machine, wanted: WantedSuggestion): MachineSuggestion;
  /** Asks for once, whatever the pace. */
  try(machine: Machine, question: Question, signal?: AbortSignal): Promise<{ english: string } | Failed>;
  /** Gives up what is under way. */
  close(): void;
}

export interface MachinesSettings {
  /** The file of the key that keys are encrypted by. */
  readonly keyFile: string;
  readonly now: () => number;
  /** Milliseconds that an answer may take, in place of what is usual. */
  readonly patience?: number | undefined;
  /** Milliseconds after which what nobody asks for is given up. */
  readonly lease?: number | undefined;
  readonly report: (error: unknown) => void;
}

/** Answers that are kept, and their letters. */
const MANY = 4000;
const LARGE = 4_000_000;
/** Requests that one machine answers at a time. */
const AT_ONCE = 2;
/** Pages ask again about twice a second. */
const LEASE = 2_000;
/** Troubles that are of one answer, and say nothing of the next one. */
const ofTheAnswer = new Set<MachineTrouble['rule']>(['empty', 'long', 'foreign']);

type Answer = { readonly english: string } | { readonly rule: MachineTrouble['rule'] };

/** What is asked, or stands in line to be. */
interface Request {
  readonly key: string;
  readonly row: string;
  readonly given: AbortController;
  /** Ends it unless it is asked for again. */
  lease: NodeJS.Timeout;
  readonly begin: () => void;
}

interface Line {
  pace: Pace;
  trouble: MachineTrouble | null;
  running: number;
  readonly waiting: Set<Request>;
}

/** Machines with all that is known of them in this process. */
export function openMachines({ keyFile, now, patience, lease = LEASE, report }: MachinesSettings): Machines {
  const answers = kept<Answer>(MANY, LARGE);
  const requests = new Map<string, Request>();
  const rows = new Map<string, Request>();
  const lines = kept<Line>(200, 200);

  const lineOf = (key: string): Line => {
    const known = lines.get(key);
    if (known) return known;
    const made: Line = { pace: quick, trouble: null, running: 0, waiting: new Set() };
    lines.put(key, made, 1);
    return made;
  };

  const end = (request: Request, line: Line) => {
    clearTimeout(request.lease);
    line.waiting.delete(request);
    if (requests.get(request.key) === request) requests.delete(request.key);
    if (rows.get(request.row) === request) rows.delete(request.row);
  };

  const next = (line: Line) => {
    for (const request of line.waiting) {
      if (line.running >= AT_ONCE) return;
      line.waiting.delete(request);
      request.begin();
    }
  };

  const failed = (line: Line, { rule, said, retryAfter }: Failed) => {
    // Of requests that fail together, one makes it slower, unless another is told to wait.
    if (line.pace.until <= now() || retryAfter !== null) line.pace = slower(line.pace, now(), retryAfter);
    line.trouble = { rule, said, until: line.pace.until };
    // Those who stand in line hear of it when they ask again.
    for (const request of [...line.waiting]) end(request, line);
  };

  const run = async (machine: Machine, question: Question, request: Request, line: Line) => {
    line.running += 1;
    try {
      const answer = await translate(machine, question, { signal: request.given.signal, patience });
      if ('english' in answer || ofTheAnswer.has(answer.rule)) {
        line.pace = quick;
        line.trouble = null;
        const held: Answer = 'english' in answer ? answer : { rule: answer.rule };
        answers.put(request.key, held, request.key.length + ('english' in answer ? answer.english.length : 0));
      } else failed(line, answer);
    } catch (error) {
      if (!request.given.signal.aborted) {
        report(error);
        failed(line, { rule: 'failed', said: '', retryAfter: null });
      }
    } finally {
      line.running -= 1;
      end(request, line);
      next(line);
    }
  };

  const giveUp = (request: Request, line: Line) => {
    request.given.abort();
    end(request, line);
  };

  const leased = (give: () => void) => setTimeout(give, lease).unref();

  return {
    chest: keyChest(keyFile),

    suggest(machine, { project, row, question }) {
      const line = lineOf(digest([project, machine]));
      const key = digest([project, machine, asked(question)]);
      const answer = answers.get(key);
      if (answer) return told(answer);
      const under = requests.get(key);
      if (under) {
        clearTimeout(under.lease);
        under.lease = leased(() => giveUp(under, line));
        return { state: 'coming' };
      }
      if (line.trouble && line.pace.until > now()) return { state: 'trouble', trouble: line.trouble };
      // One at a time for a row: what was asked for it before ends by itself, once nobody wants it. Two people whose rows differ by what is
      // under way between them would end each other's for ever.
      if (rows.has(row)) return { state: 'coming' };
      const request: Request = {
        key,
        row,
        given: new AbortController(),
        lease: leased(() => giveUp(request, line)),
        begin: () => void run(machine, question, request, line),
      };
      requests.set(key, request);
      rows.set(row, request);
      line.waiting.add(request);
      next(line);
      return { state: 'coming' };
    },

    try: (machine, question, signal = new AbortController().signal) =>
      translate(machine, question, { signal, patience }),

    close() {
      for (const request of [...requests.values()]) {
        clearTimeout(request.lease);
        request.given.abort();
      }
      requests.clear();
      rows.clear();
    },
  };
}

/** What tells one question from another. What the rows beside it are rendered by is not of it: it changes as one works, and the text
 *  does not become another one. */
function asked({ text, before, after, names, terms }: Question) {
  return [text, before?.fa ?? null, after?.fa ?? null, names, terms];
}

function told(answer: Answer): MachineSuggestion {
  if ('english' in answer) return { state: 'done', english: answer.english };
  return { state: 'trouble', trouble: { rule: answer.rule, said: '', until: null } };
}

function digest(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url');
}
