import type { Span } from '../../core/span.ts';
import { findIn, type Haystack, haystack, type Needle, needle } from '../words/find.ts';
import { countWords } from '../words/token.ts';
import { bullets } from './break-rule.ts';
import { type LeadCues, leadCues } from './lead-cues.ts';
import type { SegmentationRules } from './rules.ts';
import type { SentenceBreaks } from './sentence.ts';

/** The speaker part at the start of a statement. Offsets count from that start. */
export interface Lead {
  /** Where the words of the lead end; colon and space follow. */
  readonly to: number;
  /** Where what was said begins. */
  readonly said: number;
  /** 0.5…1: how sure it is that this is a speaker part. */
  readonly confidence: number;
}

/** How a statement tells who speaks, by the compiled cues of a project. */
export interface Attributions {
  /** The lead that `statement` begins with, or `null`. */
  lead(statement: string): Lead | null;
  /** True when the first sentence of `statement` reports: «… تأکید کرد که …», `… said …`. */
  isReported(statement: string): boolean;
}

/** The longest lead, in UTF-16 units. */
const LONGEST = 160;

/** How much of a sentence is looked at for a reporting clause or the first person. */
const OPENING = 400;

/** What each kind of evidence is worth: the chance, by itself, that a colon after such words ends a lead. */
const weights = { role: 0.85, setting: 0.6, name: 0.6, quotation: 0.4, firstPerson: 0.4, brevity: 0.25 } as const;

/** Below this a colon is an ordinary one. */
const THRESHOLD = 0.5;

/** The attribution cues of a project, ready for use. `breaks` are its sentence rules: no lead reaches over a sentence. */
export function attributions(rules: SegmentationRules, breaks: SentenceBreaks): Attributions {
  const cues = cuesOf(rules);
  return {
    lead(statement) {
      const opening = statement.slice(0, OPENING);
      const colon = colonOf(opening);
      const head = opening.slice(0, Math.max(colon, 0)).replace(/\s+$/u, '');
      if (!mayBeLead(head) || breaks.first(head) !== undefined) return null;
      const said = colon + 1 + (/^\s*/u.exec(statement.slice(colon + 1))?.[0].length ?? 0);
      const confidence = confidenceOf(head, opening.slice(said), cues);
      return confidence < THRESHOLD ? null : { to: head.length, said, confidence };
    },
    isReported(statement) {
      const opening = statement.slice(0, OPENING);
      const hay = haystack(opening.slice(0, breaks.first(opening)));
      const reports = ({ to }: Span) => cues.afterReportingVerb.test(hay.raw.slice(to));
      return cues.reportingVerbs.some((verb) => findIn(hay, verb).some(reports));
    },
  };
}

/** A space, a quotation, a word without its space, or a dash that is no face: `:-)`. */
const afterColon = /^(?:\s|$|["«“‘'–—…•\p{Script=Arabic}]|-(?![()DPp|]))/u;

/** What a lead may begin with as an item of a list. */
const itemSign = new RegExp(`^(?:[\\s${bullets}]|\\p{Nd}{1,3}[.)\\-–])+`, 'u');

/** The first colon that may end a lead: not in a time or a ratio, not in an address; -1 when there is none. */
function colonOf(opening: string): number {
  for (const { index } of opening.matchAll(/[:：]/g)) {
    if (index > LONGEST) return -1;
    const after = opening.slice(index + 1);
    const isNumber = /\p{N}\s?$/u.test(opening.slice(0, index)) && /^\s?\p{N}/u.test(after);
    if (!isNumber && afterColon.test(after)) return index;
  }
  return -1;
}

/** A lead has a word, ends in no number, and leaves no quotation or bracket open. */
function mayBeLead(head: string): boolean {
  const count = (mark: RegExp) => head.match(mark)?.length ?? 0;
  return (
    /\p{L}/u.test(head) &&
    !/\p{N}$/u.test(head) &&
    count(/[«“]/g) <= count(/[»”]/g) &&
    count(/"/g) % 2 === 0 &&
    count(/[([]/g) <= count(/[)\]]/g)
  );
}

/** Independent pieces of evidence, combined as chances. Nothing speaks for a heading or a clause. */
function confidenceOf(head: string, said: string, cues: Cues): number {
  const hay = haystack(head.replace(itemSign, ''));
  if (isClause(hay, cues) || cues.headings.some((word) => findIn(hay, word)[0]?.from === 0)) return 0;
  const evidence = [
    hasRole(hay, cues) ? weights.role : 0,
    has(hay, cues.settings) ? weights.setting : 0,
    cues.name.test(hay.raw) ? weights.name : 0,
    /^["«“]/u.test(said) ? weights.quotation : 0,
    has(haystack(said), cues.firstPerson) ? weights.firstPerson : 0,
    countWords(hay.raw) <= 3 ? weights.brevity : 0,
  ];
  const doubt = evidence.reduce((rest, weight) => rest * (1 - weight), 1);
  return Math.round((1 - doubt) * 100) / 100;
}

/** True when the words before the colon are a clause of their own. */
function isClause(hay: Haystack, { clause, clauses, reportingVerbs, afterVerb }: Cues): boolean {
  const isVerb = (verb: Needle) => findIn(hay, verb).some(({ to }) => afterVerb.test(hay.raw.slice(to)));
  return clause.test(hay.raw) || clauses.some(isVerb) || reportingVerbs.some(isVerb);
}

function hasRole(hay: Haystack, { roleWords, roleEnd }: Cues): boolean {
  return roleWords.some((role) => findIn(hay, role).some(({ to }) => roleEnd.test(hay.raw.slice(to - 1))));
}

function has(hay: Haystack, needles: readonly Needle[]): boolean {
  return needles.some((word) => findIn(hay, word).length > 0);
}

/** The cues of a language and of a project as needles: found in any spelling. */
interface Cues extends Omit<LeadCues, 'settings' | 'firstPerson' | 'headings' | 'clauses'> {
  readonly settings: readonly Needle[];
  readonly firstPerson: readonly Needle[];
  readonly headings: readonly Needle[];
  readonly clauses: readonly Needle[];
  readonly reportingVerbs: readonly Needle[];
  readonly roleWords: readonly Needle[];
}

function cuesOf({ lang, reportingVerbs, roleWords }: SegmentationRules): Cues {
  const cues = leadCues[lang];
  const needles = (words: readonly string[]) => words.map((word) => needle(word, 'word'));
  return {
    ...cues,
    settings: cues.settings.map((setting) => needle(setting, 'prefix')),
    firstPerson: needles(cues.firstPerson),
    headings: needles(cues.headings),
    clauses: needles(cues.clauses),
    reportingVerbs: needles(reportingVerbs),
    roleWords: roleWords.map((role) => needle(role, 'prefix')),
  };
}
