import type { Command } from 'prosemirror-state';
import { defaultLabels, type Label } from '../../../shared/core/label.ts';
import type { MentionPart } from '../../../shared/doc/model/marked.ts';
import type { EntityProposal } from '../../../shared/names/registry/proposal.ts';
import {
  deleteMention,
  joinMentions,
  markMention,
  meanEntity,
  type NamePlace,
  placeMention,
  relabelMention,
  unlinkMention,
} from '../commands/mention.ts';
import { crossesSegments } from '../commands/rendering.ts';
import type { Side } from '../page/row-range.ts';
import { mentionAtCaret, mentionById, rects } from '../paint/mention-place.ts';
import { textOf } from '../paint/token-lines.ts';
import { activeSegment } from '../state/active.ts';
import type { NoticeKey } from '../state/labels.ts';
import { EntityChoices, type EntityChooser } from './entity-chooser.ts';
import { type Arrow, arrows, digitOf, isModifier, labelOf, otherSide } from './name-keys.ts';
import { isSame, type Nameable, nameableAt } from './nameable.ts';
import type { NamingContext } from './naming-context.ts';
import type { RepeatSubject } from './repeats.ts';

/**
 * How the cursor came: `keys` by Alt+E, it takes every key; `read` by a selection in the source, it takes those of the
 * labels, any other goes to the rendering; `offered` by one in the rendering, where letters are typed.
 */
type Way = 'keys' | 'read' | 'offered';

/** Marks names on both sides of a segment, by keys and by pointer. A mention that is held is changed, not marked again. */
export class Naming {
  labels: readonly Label[] = defaultLabels;
  /** Knows the entities; `null` until they are there. */
  chooser: EntityChooser | null = null;
  private readonly context: NamingContext;
  private readonly entities = new EntityChoices();
  private way: Way = 'keys';
  private heldId: string | null = null;
  private lastMarked: string | null = null;
  private selection = '';

  constructor(context: NamingContext) {
    this.context = context;
  }

  /** True while the keys choose what is marked. */
  get hasKeys(): boolean {
    return this.context.cursor.place !== null && this.way === 'keys';
  }

  /** The command: covers a name of the source, then of the rendering, in turns. */
  enter(): boolean {
    const { view, cursor } = this.context;
    const segment = activeSegment(view.state);
    if (!segment) return false;
    if (cursor.place && this.way === 'keys') this.cross();
    else if (cursor.place) this.take();
    else {
      const { from, to } = view.state.selection;
      const start = segment.pos + 1;
      if (from < to) cursor.select({ segment: segment.id, side: 'rendering', from: from - start, to: to - start });
      const at = mentionAtCaret(view, this.context.grid, this.context.paint);
      if (cursor.place) this.take();
      else if (at?.source) this.hold(at, 'source');
      else if (cursor.enter(segment.id, 'source')) this.take();
      else return false;
    }
    return true;
  }

  /** Covers what the pointer selected, its words whole unless `byLetters`, and offers to mark it. */
  cover(place: NamePlace, byLetters = false): void {
    this.leave();
    this.context.cursor.select(place, byLetters);
    if (!this.context.cursor.place) return;
    this.way = place.side === 'source' ? 'read' : 'offered';
    this.selection = this.selected();
    this.open(false);
  }

  /** Offers to mark what the pointer selected in the rendering. */
  offer(byLetters = false): void {
    const { view } = this.context;
    const { from, to } = view.state.selection;
    const segment = activeSegment(view.state);
    if (!segment || from === to || crossesSegments(view.state)) return;
    const start = segment.pos + 1;
    this.cover({ segment: segment.id, side: 'rendering', from: from - start, to: to - start }, byLetters);
  }

  /** Covers just the letters that were selected. */
  narrow(): void {
    if (!this.context.cursor.narrow()) return;
    this.heldId = null;
    this.tell();
    this.open(false);
  }

  nameable(): Nameable | null {
    const { cursor, paint } = this.context;
    const { place, row, text } = cursor;
    return place && row && nameableAt(place, text, paint.partsOf(row), this.heldId, cursor.letters);
  }

  /** Gives the label to the mention that is held, or to one of just that range; else, or where `another` one is wanted there,
   *  marks a new one and holds it. Then it can be given its entity. */
  mark(label: string, another = false): void {
    const { cursor, newId, grid } = this.context;
    const { source } = grid.document;
    const now = this.nameable();
    if (!cursor.place || !now) return;
    const alike = now.held ?? now.around.find((part) => isSame(part[now.side], cursor.place)) ?? null;
    const held = another ? null : alike;
    const id = held?.mention.id ?? newId();
    const command = held
      ? relabelMention(id, label, cursor.place, source)
      : markMention({ id, label }, cursor.place, source);
    const isSaid =
      held?.mention.label === label && held.mention.state === 'accepted' && isSame(held[now.side], cursor.place);
    if (!isSaid && !this.change(command, 'cannotMark')) return;
    this.heldId = id;
    this.lastMarked = id;
    if (this.way === 'offered') this.take();
    this.open(false);
    const partner = this.nameable()?.partner;
    this.tell(grid.labels.marked(this.labelName(label)), ...(partner ? [grid.labels.joins(partner.text)] : []));
  }

  /** Makes one mention of this one and its partner on the other side. */
  join(): void {
    const { cursor, grid } = this.context;
    const now = this.nameable();
    const about = now?.about;
    const span = now && about?.[now.side];
    if (!cursor.place || !now?.partner || !about || !span) return;
    const { mention } = now.partner;
    const place = { ...cursor.place, from: span.from, to: span.to };
    if (!this.change(joinMentions(mention, about.mention, place, grid.document.source), 'cannotMark')) return;
    this.heldId = mention.id;
    this.lastMarked = mention.id;
    this.open(false);
    this.tell(grid.labels.linked);
  }

  /** The entities that the mention may mean, the likeliest first; `choose` tells by which digits. */
  choices(): readonly EntityProposal[] {
    const about = this.nameable()?.about;
    return about && this.chooser ? this.entities.of(about, this.chooser) : [];
  }

  /** Says which entity the mention means. */
  mean(entity: string): void {
    const mention = this.nameable()?.about?.mention;
    const { announcer, grid } = this.context;
    if (!mention) return;
    const isMeant = mention.entity === entity;
    if (isMeant || this.change(meanEntity(mention.id, entity), 'cannotMark')) announcer.say(grid.labels.meant);
  }

  /** Begins an entity with the names of the mention, which means it from then on. */
  begin(): void {
    const about = this.nameable()?.about;
    const { proposedEnglish, view } = this.context;
    if (!about || !this.chooser || !view.editable) return;
    const { mention, source, rendering } = about;
    const english = rendering ?? proposedEnglish(mention.id);
    this.mean(this.chooser.begin({ label: mention.label, fa: source?.text ?? '', en: english?.text ?? '' }));
  }

  /** The mention whose further places may be looked for: the one that is held or around the caret, else the last one that was
   *  marked. `null` where there is none with a Persian side. */
  repeatSubject(): RepeatSubject | null {
    const { view, grid, paint } = this.context;
    const part =
      this.nameable()?.about ?? mentionAtCaret(view, grid, paint) ?? mentionById(view.state.doc, grid, this.lastMarked);
    if (!part?.source) return null;
    const { label, entity } = part.mention;
    return { surface: part.source.text, label, entity };
  }

  /** Gives the place that is covered to a mention, which it had not on this side, or had otherwise. */
  link(id: string): void {
    const { cursor, grid } = this.context;
    if (!cursor.place || !this.change(placeMention(id, cursor.place, grid.document.source), 'cannotMark')) return;
    this.heldId = id;
    this.tell(grid.labels.linked);
  }

  unlink(side: Side): void {
    const { grid, announcer } = this.context;
    const id = this.nameable()?.about?.mention.id;
    if (id && this.change(unlinkMention(id, side, grid.document.source), 'cannotMark'))
      announcer.say(grid.labels.unlinked);
  }

  remove(): void {
    const { announcer, grid } = this.context;
    const id = this.nameable()?.about?.mention.id;
    if (!id || !this.change(deleteMention(id), 'cannotMark')) return;
    this.heldId = null;
    announcer.say(grid.labels.unmarked);
  }

  /** Holds a mention by one of its sides. */
  hold(part: MentionPart, side: Side): void {
    const span = part[side];
    if (!span) return;
    this.heldId = part.mention.id;
    this.context.cursor.put({ segment: part.segment, side, from: span.from, to: span.to });
    this.take();
  }

  /** Gives the keys back to the text. */
  leave(): void {
    const { cursor, hint, light, menu, changed } = this.context;
    if (!cursor.place) return;
    cursor.clear();
    light.hold(null);
    hint.hide();
    this.heldId = null;
    menu(null);
    changed();
  }

  /** Takes the keys that mark; see `Way` for which these are. */
  handleKey(event: KeyboardEvent): boolean {
    const { cursor } = this.context;
    if (!cursor.place || event.ctrlKey || event.metaKey || isModifier(event.key)) return false;
    if (this.way === 'offered') {
      if (event.key === 'Escape') this.leave();
      return event.key === 'Escape';
    }
    const label = labelOf(this.labels, event);
    const digit = digitOf(event);
    if (label) {
      this.mark(label.id, event.shiftKey);
      return true;
    }
    if (digit !== null && this.nameable()?.about) {
      this.choose(digit);
      return true;
    }
    const arrow = arrows[event.key];
    if (this.way === 'read' && !(event.key === 'Enter' || event.key === 'Escape')) {
      if (event.shiftKey && arrow) return false;
      this.leave();
      return false;
    }
    if (arrow) this.move(arrow, event);
    else if (event.altKey) return false;
    else if (event.key === 'Enter') this.decide();
    else if (event.key === 'Escape') this.escape();
    else if (event.key === 'Tab') this.cross();
    else if (event.key === ' ') this.outward();
    else if (event.key === 'Home') cursor.turn('from');
    else if (event.key === 'End') cursor.turn('to');
    else if (event.key === 'Delete' || event.key === 'Backspace') this.remove();
    else return event.key.length === 1;
    return true;
  }

  /** Follows a change of the document or of the caret. */
  follow(): void {
    const { view, cursor, grid } = this.context;
    const { place, row } = cursor;
    if (!place) return;
    const active = activeSegment(view.state);
    const length = row ? textOf(grid, row, place.side) : { text: '', start: 0 };
    const gone = place.from < length.start || place.to > length.start + length.text.length;
    if (this.way === 'keys' && active && (active.id !== place.segment || gone)) {
      this.heldId = null;
      if (cursor.enter(active.id, place.side) || cursor.enter(active.id, otherSide(place.side))) this.tell();
      else this.leave();
    } else if (gone || active?.id !== place.segment || (this.way === 'offered' && this.selected() !== this.selection)) {
      this.leave();
    }
  }

  private move(arrow: Arrow, { shiftKey, altKey }: KeyboardEvent): void {
    const { cursor } = this.context;
    const step = cursor.place && arrow[cursor.place.side];
    this.context.menu(null);
    if (!shiftKey && !altKey && !this.nameable()?.isCarried) this.heldId = null;
    if (arrow.down) cursor.line(arrow.down, shiftKey);
    else if (altKey && step) cursor.grapheme(step);
    else if (step) cursor.step(step, shiftKey);
    this.tell();
  }

  /** What Enter does: gives the held mention what is covered now, or opens what there is to choose. */
  private decide(): void {
    const { cursor } = this.context;
    const now = this.nameable();
    if (now?.held && !isSame(now.held[now.side], cursor.place)) this.link(now.held.mention.id);
    else this.open(true);
  }

  /** Lets go of a mention that was changed and not given its new place, else leaves. */
  private escape(): void {
    const { cursor, view } = this.context;
    const now = this.nameable();
    const span = now?.held?.[now.side];
    if (now?.held && span && !isSame(span, cursor.place)) this.hold(now.held, now.side);
    else {
      this.leave();
      view.focus();
    }
  }

  /** Covers the innermost mention around what is covered, then the next one outward. */
  private outward(): void {
    const now = this.nameable();
    if (!now) return;
    const index = now.around.findIndex(({ mention }) => mention.id === this.heldId);
    const next = now.around[index + 1] ?? now.around[0];
    if (next) this.hold(next, now.side);
  }

  /** Goes to the other side; a mention that is held goes along, to its place there or to be given one. */
  private cross(): void {
    const { cursor } = this.context;
    const now = this.nameable();
    if (!cursor.place || !now) return;
    const side = otherSide(now.side);
    const held = this.nameable()?.about;
    const proposed = side === 'rendering' && held ? this.context.proposedEnglish(held.mention.id) : null;
    const { segment } = cursor.place;
    if (held?.[side]) this.hold(held, side);
    else if (proposed || cursor.enter(segment, side)) {
      if (proposed) cursor.put({ segment, side, from: proposed.from, to: proposed.to });
      this.heldId = held?.mention.id ?? null;
      this.tell();
    } else this.context.notice('nothingToMark');
  }

  /** 1 joins the mention with its partner where it has one; the next digits choose among the entities in their order, 0
   *  begins a new one. Gives whether the digit meant anything. */
  choose(digit: number): boolean {
    const joins = this.nameable()?.partner ? 1 : 0;
    const choice = this.choices()[digit - 1 - joins];
    if (digit === 0) this.begin();
    else if (digit === joins) this.join();
    else if (choice) this.mean(choice.entity.id);
    else return false;
    return true;
  }

  private take(): void {
    const { view, hint } = this.context;
    if (this.way !== 'keys') this.context.menu(null);
    this.way = 'keys';
    view.focus();
    hint.show('nameKeys');
    this.context.changed();
    this.tell();
  }

  private open(focus: boolean): void {
    const { cursor, menu } = this.context;
    const box = cursor.place && cursor.row && rects(cursor.row, cursor.place.side, cursor.place).at(-1);
    if (box) menu({ anchor: box, focus });
  }

  private change(command: Command, otherwise: NoticeKey): boolean {
    const { view, notice } = this.context;
    if (!view.editable) notice('readOnly');
    else if (command(view.state, view.dispatch, view)) return true;
    else notice(otherwise);
    return false;
  }

  /** Says what is covered and what it is marked as, after what was `done`. */
  private tell(...done: readonly string[]): void {
    const { announcer, cursor, light, grid } = this.context;
    const now = this.nameable();
    if (!now) return;
    const { about } = now;
    light.hold(about?.mention.id ?? null);
    announcer.say(
      ...done,
      { text: cursor.text, lang: now.side === 'source' ? 'fa' : 'en' },
      ...(about && done.length === 0 ? [grid.labels.mention(this.labelName(about.mention.label))] : []),
    );
  }

  labelName(id: string): string {
    return this.labels.find((label) => label.id === id)?.[this.context.grid.labels.language] ?? id;
  }

  private selected(): string {
    const { from, to } = this.context.view.state.selection;
    return `${from}-${to}`;
  }
}
