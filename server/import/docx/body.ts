import type { LeftOutKind } from '../../../shared/formats/text/left-out.ts';
import type { Block, Cell } from './model.ts';
import { SOFT_BREAK } from './model.ts';
import { isOn } from './toggle.ts';
import type { Element, Listener } from './xml.ts';

/** A paragraph while it is read. `boxes` are the text boxes that are anchored in it: they follow it. */
interface OpenParagraph {
  text: string;
  readonly notes: string[];
  readonly boxes: Block[];
  styleHidden: boolean;
  /** Its mark is deleted or hidden: the next paragraph goes on with it. */
  joins: boolean;
}

/** A run while it is read. */
interface OpenRun {
  hidden: boolean;
  /** Nothing of it was left out yet, so that a hidden run counts once. */
  counted: boolean;
}

interface OpenTable {
  readonly rows: Cell[][];
}

/** Elements whose content is no text of the document, and what each counts as. */
const passedOver: Readonly<Record<string, LeftOutKind | null>> = {
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
  'w:rt': null,
  'w:sdtPr': null,
  'w:tblPr': null,
  'w:sectPr': null,
  'w:comment': 'comment',
};

/** Marks of an equation between the parts that they part. */
const mathMarks: Readonly<Record<string, string>> = { 'm:den': '/', 'm:sup': '^', 'm:sub': '_', 'm:deg': '√' };

/** Reads the body of a Word document, or its notes, headers or comments, into blocks (ECMA-376, part 1, section 17). Text
 *  boxes follow the paragraph in which they are anchored, in every wrapping: DrawingML, VML, groups, canvases, and of
 *  alternatives (`mc:AlternateContent`) the first that says something. Equations keep their text where they stand. */
export class BodyReader implements Listener {
  /** What stands outside of notes. */
  readonly blocks: Block[] = [];
  readonly notes = new Map<string, readonly Block[]>();
  readonly leftOut = new Map<LeftOutKind, number>();

  private readonly path: string[] = [];
  private readonly lists: Block[][] = [this.blocks];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly runs: OpenRun[] = [];
  private readonly tables: OpenTable[] = [];
  /** Of each field that is open, whether its code is being read, which is no text, or its result. */
  private readonly fields: ('code' | 'result')[] = [];
  /** Of each choice between alternatives: what was said before it, and whether one of them said something. */
  private readonly choices: { said: number; taken: boolean }[] = [];
  /** How deep inside an element that is passed over. */
  private skipped = 0;
  private said = 0;
  private readonly isHiddenStyle: (id: string | undefined) => boolean;

  constructor(isHiddenStyle: (id: string | undefined) => boolean) {
    this.isHiddenStyle = isHiddenStyle;
  }

  open(element: Element): void {
    const { name } = element;
    this.path.push(name);
    if (this.skipped > 0 || this.isPassedOver(name)) this.skipped += 1;
    else this.enter(element);
  }

  close(element: Element): void {
    this.path.pop();
    if (this.skipped > 0) this.skipped -= 1;
    else this.leave(element);
  }

  text(text: string): void {
    const name = this.path.at(-1);
    if (this.skipped > 0 || (name !== 'w:t' && name !== 'm:t' && name !== 'a:t')) return;
    this.say(text.replace(/[ \t]*[\r\n]+[ \t]*/g, ' '));
  }

  /** Whether an element is no text; counts it where it is told. Inside properties `w:del` speaks of a mark. */
  private isPassedOver(name: string): boolean {
    const choice = this.choices.at(-1);
    if (name === 'mc:Choice' || name === 'mc:Fallback') return choice?.taken === true;
    if (!Object.hasOwn(passedOver, name) || /^w:(rPr|trPr)$/.test(this.path.at(-2) ?? '')) return false;
    const kind = passedOver[name];
    if (kind) this.leaveOut(kind);
    return true;
  }

  private enter({ name, attributes }: Element): void {
    const paragraph = this.paragraphs.at(-1);
    const parent = this.path.at(-2) ?? '';
    const grandparent = this.path.at(-3) ?? '';
    const run = this.runs.at(-1);
    switch (name) {
      case 'w:p':
      case 'a:p':
        this.paragraphs.push({ text: '', notes: [], boxes: [], styleHidden: false, joins: false });
        break;
      case 'w:r':
      case 'm:r':
        this.runs.push({ hidden: paragraph?.styleHidden ?? false, counted: false });
        break;
      case 'w:pStyle':
        if (paragraph) paragraph.styleHidden = this.isHiddenStyle(attributes.val);
        break;
      case 'w:rStyle':
        if (run && isRun(grandparent) && this.isHiddenStyle(attributes.val)) run.hidden = true;
        break;
      case 'w:vanish':
        if (run && isRun(grandparent)) run.hidden = isOn(attributes.val);
        else if (paragraph && grandparent === 'w:pPr') paragraph.joins = isOn(attributes.val);
        break;
      case 'w:del':
      case 'w:moveFrom':
        if (paragraph && parent === 'w:rPr' && grandparent === 'w:pPr') paragraph.joins = true;
        break;
      case 'w:br':
        this.say(attributes.type === 'page' || attributes.type === 'column' ? '\n' : SOFT_BREAK);
        break;
      case 'w:cr':
      case 'a:br':
        this.say(SOFT_BREAK);
        break;
      case 'w:tab':
      case 'w:ptab':
        if (parent !== 'w:tabs') this.say('\t');
        break;
      case 'w:noBreakHyphen':
        this.say('\u2011');
        break;
      case 'w:fldChar':
        this.field(attributes.fldCharType);
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        paragraph?.notes.push(`${name.slice(2, -'Reference'.length)} ${attributes.id ?? ''}`);
        break;
      case 'pic:pic':
      case 'other:imagedata':
        this.leaveOut('picture');
        break;
      case 'other:chart':
      case 'other:relIds':
      case 'other:OLEObject':
        this.leaveOut('drawing');
        break;
      case 'w:tbl':
        this.tables.push({ rows: [] });
        break;
      case 'w:tr':
        this.tables.at(-1)?.rows.push([]);
        break;
      case 'w:tc':
      case 'w:txbxContent':
      case 'a:txBody':
      case 'other:txBody':
      case 'w:footnote':
      case 'w:endnote':
        this.lists.push([]);
        break;
      case 'mc:AlternateContent':
        this.choices.push({ said: this.said, taken: false });
        break;
      case 'm:den':
      case 'm:sup':
      case 'm:sub':
        this.say(mathMarks[name] ?? '');
        break;
      default:
    }
  }

  private leave({ name, attributes }: Element): void {
    const choice = this.choices.at(-1);
    switch (name) {
      case 'w:p':
      case 'a:p':
        this.endParagraph();
        break;
      case 'w:r':
      case 'm:r':
        this.runs.pop();
        break;
      case 'w:tbl': {
        const table = this.tables.pop();
        if (table) this.lists.at(-1)?.push({ kind: 'table', rows: table.rows });
        break;
      }
      case 'w:tc':
        this.tables.at(-1)?.rows.at(-1)?.push(this.endList());
        break;
      case 'w:txbxContent':
      case 'a:txBody':
      case 'other:txBody': {
        const box = this.endList();
        (this.paragraphs.at(-1)?.boxes ?? this.lists.at(-1))?.push(...box);
        break;
      }
      case 'w:footnote':
      case 'w:endnote': {
        const note = this.endList();
        if (attributes.type === undefined || attributes.type === 'normal') {
          this.notes.set(`${name.slice(2)} ${attributes.id ?? ''}`, note);
        }
        break;
      }
      case 'mc:Choice':
        if (choice) choice.taken = this.said > choice.said;
        break;
      case 'mc:AlternateContent':
        this.choices.pop();
        break;
      default:
    }
  }

  private endList(): Block[] {
    return (this.lists.length > 1 ? this.lists.pop() : undefined) ?? [];
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    const list = this.lists.at(-1);
    if (!paragraph || !list) return;
    const { text, notes, boxes, joins } = paragraph;
    const before = list.at(-1);
    const goesOn = this.unended.get(list);
    this.unended.delete(list);
    if (goesOn && before === goesOn && before.kind === 'paragraph') {
      list.pop();
      list.push({ kind: 'paragraph', text: before.text + text, notes: [...before.notes, ...notes] });
    } else list.push({ kind: 'paragraph', text, notes });
    const last = list.at(-1);
    if (joins && boxes.length === 0 && last) this.unended.set(list, last);
    list.push(...boxes);
  }

  /** The last paragraph of a list, where its mark is deleted or hidden. */
  private readonly unended = new Map<Block[], Block>();

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push('code');
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result';
    else if (type === 'end') this.fields.pop();
  }

  /** Adds to the paragraph, unless the run is hidden or a field's code is being read. */
  private say(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph || text === '' || this.fields.includes('code')) return;
    this.said += 1;
    const hidden = this.runs.find((run) => run.hidden);
    if (!hidden) paragraph.text += text;
    else if (!hidden.counted && !/^\s*$/u.test(text)) {
      hidden.counted = true;
      this.leaveOut('hidden');
    }
  }

  private leaveOut(kind: LeftOutKind): void {
    this.leftOut.set(kind, (this.leftOut.get(kind) ?? 0) + 1);
  }
}

function isRun(name: string): boolean {
  return name === 'w:r' || name === 'm:r';
}
