import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { type MentionPart, segmentMentions } from '../../../shared/doc/model/marked.ts';
import { type Proposal, type ProposalKnowledge, segmentProposals } from '../../../shared/doc/proposals/proposal.ts';
import { areSameParts } from '../paint/mention-paint.ts';

interface Made {
  readonly parts: readonly MentionPart[];
  readonly proposals: readonly Proposal[];
}

/** The proposals of segments, each worked out when it is asked for, and again when its text or its mentions changed. */
export class MadeProposals {
  private readonly view: EditorView;
  private readonly source: string;
  private known: ProposalKnowledge | null = null;
  private made = new WeakMap<Node, Made>();
  private rejected = new WeakMap<Node, Made>();

  constructor(view: EditorView, source: string) {
    this.view = view;
    this.source = source;
  }

  /** What proposals are made from; `null` where none are made. */
  get knowledge(): ProposalKnowledge | null {
    return this.known;
  }

  know(knowledge: ProposalKnowledge | null): void {
    this.known = knowledge;
    this.made = new WeakMap();
    this.rejected = new WeakMap();
  }

  /** What is proposed in a segment: the same list until something about it changes. */
  of(segment: Node): readonly Proposal[] {
    const { known } = this;
    return known ? this.remembered(this.made, segment, () => this.workOut(segment, known)) : none;
  }

  /** What was rejected in a segment and would be proposed there otherwise: the same list until that changes. */
  rejectedOf(segment: Node): readonly Proposal[] {
    const { known } = this;
    if (!known || known.rejected.size === 0) return none;
    const every = { ...known, rejected: new Set<string>() };
    return this.remembered(this.rejected, segment, () =>
      this.workOut(segment, every).filter(({ key }) => known.rejected.has(key)),
    );
  }

  private workOut(segment: Node, knowledge: ProposalKnowledge): readonly Proposal[] {
    return segmentProposals(this.view.state.doc, segment, this.source, knowledge);
  }

  private remembered(
    made: WeakMap<Node, Made>,
    segment: Node,
    workOut: () => readonly Proposal[],
  ): readonly Proposal[] {
    const parts = segmentMentions(this.view.state.doc, segment, this.source);
    const before = made.get(segment);
    if (before && (before.parts === parts || areSameParts(before.parts, parts))) return before.proposals;
    const found = workOut();
    const proposals = found.length === 0 ? none : found;
    made.set(segment, { parts, proposals });
    return proposals;
  }
}

const none: readonly Proposal[] = [];
