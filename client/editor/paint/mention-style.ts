import { type Hue, hues } from '../../../shared/core/label.ts';
import type { MentionAttrs } from '../../../shared/doc/model/schema.ts';

type State = MentionAttrs['state'];

const states: readonly State[] = ['accepted', 'proposed'];
/** How many depths of nesting can be told apart; what lies deeper is drawn like the last. */
const depths = [0, 1, 2] as const;

/** A CSS Custom Highlight in which mentions are painted. */
interface Paint {
  readonly name: string;
  readonly rule: string;
}

/** The highlight for mentions of one hue, state and depth. */
export function mentionHighlight(hue: Hue, state: State, depth: number): string {
  return `radif-mention-${hue}-${state}-${Math.min(depth, depths.length - 1)}`;
}

/** The highlight for mentions of one hue that the pointer or the caret is on. */
export function litHighlight(hue: Hue): string {
  return `radif-mention-${hue}-lit`;
}

/** Accepted ones have a tint and an underline, proposals the underline alone, dashed; a nested one is underlined further
 *  out. Nothing takes room: Persian letters stay joined and words in order. */
const paints: readonly Paint[] = [
  ...depths.flatMap((depth) => states.flatMap((state) => hues.map((hue) => mentionPaint(hue, state, depth)))),
  ...hues.map((hue) => paint(litHighlight(hue), tint(hue, 1.6))),
];

/** The highlights of accepted mentions in the order in which they are painted: outer ones first, what is lit over all. */
export const mentionHighlights: readonly string[] = [
  ...depths.flatMap((depth) => hues.map((hue) => mentionHighlight(hue, 'accepted', depth))),
  ...hues.map(litHighlight),
];

/** The highlights of what is proposed. */
export const proposalHighlights: readonly string[] = depths.flatMap((depth) =>
  hues.map((hue) => mentionHighlight(hue, 'proposed', depth)),
);

/** Adds the rules of the highlights to the page, once: a highlight has a name and no attributes, so each has its own. */
export function styleMentions(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(paints.map(({ rule }) => rule).join('\n'));
  document.adoptedStyleSheets.push(sheet);
}

let sheet: CSSStyleSheet | null = null;

function mentionPaint(hue: Hue, state: State, depth: number): Paint {
  const style = state === 'accepted' ? 'solid' : 'dashed';
  return paint(
    mentionHighlight(hue, state, depth),
    `text-decoration: underline ${style} 2px rgb(var(--label-${hue}));`,
    `text-underline-offset: calc(var(--underline) + ${depth * 3}px);`,
    `border-block-end: ${style} 2px rgb(var(--label-${hue})); padding-block-end: ${depth * 3}px;`,
    state === 'accepted' ? tint(hue, 1) : '',
  );
}

function tint(hue: Hue, strength: number): string {
  return `background-color: rgb(var(--label-${hue}) / calc(var(--tint) * ${strength}));`;
}

function paint(name: string, ...declarations: readonly string[]): Paint {
  const style = declarations.join(' ');
  return {
    name,
    rule: typeof Highlight === 'undefined' ? `.boxes .${name} { ${style} }` : `::highlight(${name}) { ${style} }`,
  };
}
