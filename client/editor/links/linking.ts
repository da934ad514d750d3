import { closeHistory } from 'prosemirror-history';
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { overlap } from '../../../shared/core/span.ts';
import {
  addLinks,
  forgetStale,
  joinWords,
  linksAmong,
  removeLinks,
  setSure,
  takeApart,
} from '../../../shared/doc/edit/link.ts';
import { type Link, segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Highlights } from '../paint/highlights.ts';
import { activeSegment } from '../state/active.ts';
import type { Announcer, Utterance } from '../state/announcer.ts';
import type { NoticeKey } from '../state/labels.ts';
import { actionOf, type LinkAction, LinkBar } from './link-bar.ts';
import { LinkCursor } from './link-cursor.ts';
import { type LinkLine, LinkLines } from './link-lines.ts';
import { LinkPaint } from './link-paint.ts';
import { pointAtLinks } from './link-pointer.ts';
import { wordUtterances } from './link-speech.ts';
import { type LinkState, type LinkSuggester, linkState, possibleActions, suggestedFor } from './link-state.ts';
import { bySide, groupOf, isSameWord, linksOf, type Word } from './word.ts';

/** So long typing rests before links are suggested for what was typed, in milliseconds. */
const REST = 150;

/** What linking needs besides the document. */
export interface LinkingContext {
  readonly view: EditorView;
  readonly grid: Grid;
  readonly highlights: Highlights;
  readonly announcer: Announcer;
  readonly root: HTMLElement;
  /** Ends with the editor. */
  readonly ending: AbortSignal;
  notice(key: NoticeKey): void;
  /** What is shown of links is something else now. */
  changed(): void;
}

/**
 * Links words of the active segment, by keys and by pointer. In link mode no key writes: arrows go from word to word as the
 * eye sees them, Space picks, Enter joins what is picked; the word under the cursor is meant on a side where none is picked.
 */
export class Linking {
  private readonly context: LinkingContext;
  private readonly words: LinkCursor;
  private readonly paint: LinkPaint;
  private readonly lines = new LinkLines();
  private readonly bar = new LinkBar((action) => this.act(action));
  private suggester: LinkSuggester | null = null;
  private isShown = false;
  private now: LinkState | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(context: LinkingContext) {
    this.context = context;
    this.words = new LinkCursor(context.grid);
    this.paint = new LinkPaint(context.grid, context.highlights);
    context.root.prepend(this.bar.dom);
    pointAtLinks(context.root, context.grid, this, context.ending);
    const width = new ResizeObserver(() => this.lines.redraw());
    width.observe(context.root);
    context.ending.addEventListener('abort', () => {
      width.disconnect();
      this.lines.destroy();
    });
  }

  get isOn(): boolean {
    return this.now?.isOn ?? false;
  }

  /** The links of the active segment; `null` where there is none. */
  state(): LinkState | null {
    return this.now;
  }

  /** Takes what suggests links, in place of what there was; `null` for nothing. */
  suggestBy(suggester: LinkSuggester | null): void {
    this.suggester = suggester;
    this.follow(true);
    this.context.changed();
  }

  /** Has the links of the active segment be seen though nobody links, as beside a list of them. */
  setShown(on: boolean): void {
    if (this.isShown === on) return;
    this.isShown = on;
    this.follow(true);
    this.context.changed();
  }

  /** The command: begins to link the words of the active segment, or ends it. */
  enter(): boolean {
    const { grid, view, notice, announcer } = this.context;
    if (this.isOn) {
      this.leave();
      return true;
    }
    const node = activeSegment(view.state)?.node;
    if (node) this.now = linkState(node, this.suggester);
    const row = this.row();
    const first = row && (this.words.first(row, 'source') ?? this.words.first(row, 'rendering'));
    if (!this.now || !row || !first) return false;
    if (!view.editable) {
      notice('readOnly');
      return true;
    }
    const isOpen = (word: Word) => this.isOpen(word);
    const cursor = isOpen(first) ? first : (this.words.next(row, first, 1, isOpen) ?? first);
    this.set({ isOn: true, picked: [], cursor });
    view.focus();
    announcer.say(grid.labels.links.entered, ...this.told(cursor));
    return true;
  }

  leave(): void {
    if (!this.isOn) return;
    this.set({ isOn: false, picked: [], cursor: null });
    this.context.announcer.say(this.context.grid.labels.links.left);
  }

  /** Takes the keys of link mode. */
  handleKey(event: KeyboardEvent): boolean {
    if (!this.isOn || event.ctrlKey || event.metaKey || event.altKey) return false;
    const action = actionOf(event);
    const { key, shiftKey } = event;
    if (action === 'leave' && this.now?.picked.length) this.set({ picked: [] });
    else if (action) this.act(action);
    else if (key === 'ArrowLeft' || key === 'ArrowRight') this.move(key === 'ArrowRight' ? 1 : -1, shiftKey);
    else if (key === 'ArrowUp' || key === 'ArrowDown') this.line(key === 'ArrowDown' ? 1 : -1);
    else return key.length === 1;
    return true;
  }

  /** Picks a word, or drops it. */
  pick(word: Word): void {
    const { grid } = this.context;
    if (!this.now) return;
    const isPicked = this.now.picked.some((one) => isSameWord(one, word));
    const picked = isPicked ? this.now.picked.filter((one) => !isSameWord(one, word)) : [...this.now.picked, word];
    this.set({ picked, cursor: word });
    const { labels } = grid;
    this.say(isPicked ? labels.links.notPicked : labels.links.picked);
  }

  /** Makes a link of two words that have none sure, a sure one possible, and takes a possible one apart. */
  turn(source: Word, rendering: Word): void {
    const link = this.now?.current.find((one) => overlap(one.source, source) && overlap(one.rendering, rendering));
    const { links } = this.context.grid.labels;
    const picked = bySide([source, rendering]);
    if (!link) this.change((tr, id) => joinWords(tr, id, picked, true), links.joined);
    else if (link.sure) this.change((tr, id) => setSure(tr, id, [link], false), links.saidPossible);
    else this.change((tr, id) => removeLinks(tr, id, [link]), links.takenApart);
  }

  remove(pairs: readonly Link[]): void {
    this.change((tr, id) => removeLinks(tr, id, pairs), this.context.grid.labels.links.takenApart);
  }

  /** Adds what was suggested as it was. */
  accept(pairs: readonly Link[]): void {
    this.change((tr, id) => addLinks(tr, id, pairs), this.context.grid.labels.links.accepted(pairs.length));
  }

  forgetStale(): void {
    this.change((tr, id) => forgetStale(tr, id), this.context.grid.labels.links.takenApart);
  }

  /** Lights a word and its partners on both wings, in any row; `null` lights what the cursor is on. */
  light(segment: string, word: Word | null, links: readonly Link[]): void {
    if (!word) this.lightCursor();
    else this.paint.light({ segment, words: groupOf(links, word) });
    if (this.isOn) this.drawLines(word);
  }

  /** Follows a change of the document, the caret or, with `anew`, of what is suggested. */
  follow(anew = false): void {
    const node = activeSegment(this.context.view.state)?.node ?? null;
    if (!anew && node === (this.now?.node ?? null)) return;
    const before = this.now;
    const isTyping = !anew && this.now !== null && node !== null && segmentAttrs(node).id === this.now.segment;
    const isSeen = this.isOn || this.isShown;
    const fresh = node && linkState(node, isSeen && !isTyping ? this.suggester : null);
    if (isTyping && isSeen && this.suggester) this.suggestLater();
    const stays = fresh !== null && fresh.segment === before?.segment;
    this.now = fresh && before?.isOn ? { ...fresh, isOn: true } : fresh;
    if (fresh && before?.isOn) {
      const kept = stays && before.node.textContent === fresh.node.textContent;
      this.now = { ...fresh, isOn: true, picked: kept ? before.picked : [], cursor: kept ? before.cursor : null };
      const row = this.row();
      const first = row && (this.words.first(row, 'source') ?? this.words.first(row, 'rendering'));
      if (!this.now.cursor) this.now = first ? { ...this.now, cursor: first } : { ...this.now, isOn: false };
      if (!stays && first) this.say();
    }
    this.draw();
  }

  /** Writes the legend in the language that the interface has now. */
  describe(): void {
    this.draw();
  }

  /** Suggestions take their time: a keystroke does not wait for them. */
  private suggestLater(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (this.context.ending.aborted) return;
      this.follow(true);
      this.context.changed();
    }, REST);
  }

  private row(): Row | null {
    return this.now && this.context.grid.row(this.now.segment);
  }

  private isOpen(word: Word): boolean {
    return this.now !== null && linksOf(this.now.current, word).length === 0;
  }

  /** What is picked, and on a side where nothing is, what the cursor is on. */
  private meant(): readonly Word[] {
    const { picked = [], cursor = null } = this.now ?? {};
    return cursor && !picked.some(({ side }) => side === cursor.side) ? [...picked, cursor] : picked;
  }

  private act(action: LinkAction): void {
    const { grid, notice } = this.context;
    const { links } = grid.labels;
    const { now } = this;
    if (!now?.isOn || !now.cursor) return;
    const meant = bySide(this.meant());
    const isPair = meant.source.length > 0 && meant.rendering.length > 0;
    if (action === 'pick') this.pick(now.cursor);
    else if (action === 'leave') this.leave();
    else if (action === 'side') this.cross();
    else if (action === 'open') this.move(1, true);
    else if (action === 'accept') this.acceptMeant();
    else if (action === 'apart') {
      if (!this.change((tr, id) => takeApart(tr, id, meant), links.takenApart)) notice('nothingLinked');
    } else if (action === 'join') {
      const own = isPair ? [] : this.suggestedFor(this.meant());
      if (isPair) this.join((tr, id) => joinWords(tr, id, meant, true), links.joined);
      else if (own.length > 0) this.join((tr, id) => addLinks(tr, id, own), links.accepted(own.length));
      else notice('pickBothSides');
    } else {
      const sure = action === 'sure';
      const among = linksAmong(now.current, meant);
      const said = sure ? links.saidSure : links.saidPossible;
      if (among.length > 0 && !this.change((tr, id) => setSure(tr, id, among, sure), said)) this.say(said);
      else if (among.length === 0 && isPair) this.join((tr, id) => joinWords(tr, id, meant, sure), said);
      else if (among.length === 0) notice('nothingLinked');
    }
  }

  /** After a link is made, on to the next word that has none, on the side where the work goes on. */
  private join(change: (tr: Transaction, id: string) => boolean, said: string): void {
    const side = this.meant()[0]?.side;
    if (!this.change(change, said)) return;
    const { now } = this;
    const row = this.row();
    const from = now?.cursor && row && (now.cursor.side === side ? now.cursor : (this.before ?? now.cursor));
    const next = from && row ? this.words.next(row, from, 1, (word) => this.isOpen(word)) : null;
    this.set({ picked: [], ...(next && { cursor: next }) });
    this.say(said);
  }

  /** Where the cursor was before it crossed the spine. */
  private before: Word | null = null;

  private acceptMeant(): void {
    const { now } = this;
    const { notice } = this.context;
    const some = now && now.picked.length > 0 ? this.suggestedFor(now.picked) : (now?.suggested ?? []);
    if (some.length === 0) notice('nothingSuggested');
    else this.join((tr, id) => addLinks(tr, id, some), this.context.grid.labels.links.accepted(some.length));
  }

  private suggestedFor(words: readonly Word[]): readonly Link[] {
    return this.now ? suggestedFor(this.now, words) : [];
  }

  private move(step: 1 | -1, onlyOpen: boolean): void {
    const row = this.row();
    const cursor = this.now?.cursor;
    if (!row || !cursor) return;
    const way = cursor.side === 'rendering' ? step : (-step as 1 | -1);
    const next = onlyOpen
      ? this.words.next(row, cursor, way, (word) => this.isOpen(word))
      : this.words.beside(row, cursor, step);
    if (next) this.put(next);
    else if (onlyOpen) this.context.notice('allLinked');
  }

  private line(step: 1 | -1): void {
    const row = this.row();
    const next = row && this.now?.cursor ? this.words.line(row, this.now.cursor, step) : null;
    if (next) this.put(next);
  }

  /** Over the spine: to a partner, else to what is suggested as one, else straight across. */
  private cross(): void {
    const row = this.row();
    const cursor = this.now?.cursor;
    if (!row || !cursor || !this.now) return;
    const other = cursor.side === 'source' ? 'rendering' : 'source';
    const link = [...linksOf(this.now.current, cursor), ...this.suggestedFor([cursor])][0];
    const partner = link && { side: other, from: link[other].from, to: link[other].to };
    const next = partner ?? this.words.opposite(row, cursor);
    if (!next) return;
    this.before = cursor;
    this.put(next as Word);
  }

  private put(cursor: Word): void {
    this.set({ cursor });
    this.say();
  }

  private set(part: Partial<Pick<LinkState, 'isOn' | 'picked' | 'cursor'>>): void {
    if (!this.now) return;
    this.now = { ...this.now, ...part };
    this.draw();
    this.context.changed();
  }

  private change(change: (tr: Transaction, id: string) => boolean, said: string): boolean {
    const { view, notice, announcer } = this.context;
    if (!this.now) return false;
    if (!view.editable) {
      notice('readOnly');
      return false;
    }
    const tr = closeHistory(view.state.tr);
    if (!change(tr, this.now.segment)) return false;
    view.dispatch(tr);
    announcer.say(said);
    return true;
  }

  private draw(): void {
    const { now } = this;
    const { grid, root } = this.context;
    root.classList.toggle('linking', this.isOn);
    const isSeen = now !== null && (now.isOn || this.isShown);
    this.paint.show(isSeen ? now : null);
    this.lightCursor();
    this.drawLines(null);
    if (now?.isOn) this.bar.show(grid.labels.links, possibleActions(now, this.meant()), now.suggested.length);
    else this.bar.hide();
  }

  private lightCursor(): void {
    const { now } = this;
    const words = now?.isOn && now.cursor ? groupOf([...now.current, ...now.suggested], now.cursor) : [];
    this.paint.light(now && words.length > 1 ? { segment: now.segment, words } : null);
  }

  /** All links of the segment, those of the word that is meant over the others. */
  private drawLines(pointed: Word | null): void {
    const { now } = this;
    const row = this.row();
    if (!now?.isOn || !row) {
      this.lines.show(null, []);
      return;
    }
    const at = pointed ?? now.cursor;
    const isLit = (link: Link) => at !== null && overlap(link[at.side], at);
    const line = (kind: LinkLine['kind'], link: Link): LinkLine => ({ link, kind, isLit: isLit(link) });
    this.lines.show(row, [
      ...now.current.map((link) => line(link.sure ? 'sure' : 'possible', link)),
      ...now.suggested.map((link) => line('suggested', link)),
    ]);
  }

  /** Says what was `done`, and the word that the cursor is on with its partners. */
  private say(done?: string): void {
    const cursor = this.now?.cursor;
    this.context.announcer.say(...(done === undefined ? [] : [done]), ...(cursor ? this.told(cursor) : []));
  }

  private told(word: Word): readonly Utterance[] {
    const row = this.row();
    return row && this.now ? wordUtterances(this.context.grid, row, this.now, word) : [];
  }
}
