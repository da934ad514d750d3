import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { importDocument } from '../../server/commands/document/import.ts';
import { createProject } from '../../server/commands/project/create.ts';
import { pushSteps } from '../../server/commands/timeline/push.ts';
import { stepsSince } from '../../server/commands/timeline/steps-since.ts';
import type { Context } from '../../server/context.ts';
import { stepFrom } from '../../shared/doc/model/link-step.ts';
import { latestVersion } from '../../shared/doc/model/migrations.ts';
import { segmentByIndex } from '../../shared/doc/model/read.ts';
import { schema } from '../../shared/doc/model/schema.ts';
import type { SourceText } from '../../shared/doc/model/source.ts';
import type { Purpose } from '../../shared/wire/purpose.ts';
import type { PushAnswer } from '../../shared/wire/push.ts';
import { documentAt } from './opened.ts';

/** Persian text of so many sentences, five a paragraph. */
export function persian(sentences: number): string {
  const words = ['وزیر', 'دیدار', 'کشور', 'امروز', 'همکاری', 'نشست'];
  const sentence = (n: number) => `این جمله ${n} درباره ${words[n % words.length]} است.`;
  const paragraph = (first: number) =>
    Array.from({ length: Math.min(5, sentences - first) }, (_, index) => sentence(first + index)).join(' ');
  return Array.from({ length: Math.ceil(sentences / 5) }, (_, index) => paragraph(index * 5)).join('\n');
}

/** Makes a project with one document; gives the id of the document. */
export async function newDocument(ctx: Context, text = persian(3)): Promise<string> {
  const { id: project } = await createProject(ctx, { name: 'Statements' });
  const imported = await importDocument(ctx, { project, title: 'A text', text });
  if (!imported.ok) throw new Error(imported.problems[0]?.message);
  return imported.value.id;
}

/** A document as a client has it open. It does not rebase: it takes in what others did, and then writes. */
export interface Writer {
  readonly doc: Node;
  readonly version: number;
  readonly source: SourceText;
  /** Pushes a change; what the writer holds moves on only if it is accepted. */
  push(change: (tr: Transform) => void, purpose?: Purpose): Promise<PushAnswer>;
  /** Types at the end of the rendering of a segment. */
  type(segment: number, text: string, purpose?: Purpose): Promise<PushAnswer>;
  /** Takes in what was accepted since. */
  catchUp(): Promise<void>;
}

export async function openWriter(ctx: Context, document: string, client = 'c-1'): Promise<Writer> {
  const opened = await documentAt(ctx, document);
  let { doc } = opened;
  let { version, mark } = opened;

  const push = async (change: (tr: Transform) => void, purpose?: Purpose) => {
    const tr = new Transform(doc);
    change(tr);
    const steps = tr.steps.map((step) => step.toJSON() as unknown);
    const result = await pushSteps(ctx, {
      document,
      base: version,
      mark,
      client,
      schema: latestVersion(ctx.timeline.editions),
      steps,
      purpose,
    });
    if (result.ok) {
      doc = tr.doc;
      ({ version, mark } = result);
    }
    return result;
  };

  return {
    get doc() {
      return doc;
    },
    get version() {
      return version;
    },
    source: { text: opened.source, paragraphs: opened.outline.paragraphs },
    push,
    type: (segment, text, purpose) => push((tr) => typeInto(tr, segment, text), purpose),
    async catchUp() {
      for (;;) {
        const since = await stepsSince(ctx, { document, version, mark });
        if (!since.ok) throw new Error('An older copy of the data was put back');
        const { steps } = since;
        if (steps.length === 0) return;
        for (const { step } of steps) doc = stepFrom(schema, step).apply(doc).doc ?? doc;
        version += steps.length;
        mark = steps.at(-1)?.mark ?? null;
      }
    },
  };
}

/** Types at the end of the rendering of the segment at place `index`. */
export function typeInto(tr: Transform, index: number, text: string): void {
  const segment = segmentByIndex(tr.doc, index);
  if (segment) tr.insert(segment.pos + 1 + segment.text.length, schema.text(text));
}

/** The renderings of a document, in order. */
export async function renderings(ctx: Context, document: string, at?: number): Promise<readonly string[]> {
  const { doc } = await documentAt(ctx, document, at);
  const texts: string[] = [];
  doc.descendants((node) => {
    if (node.type.name === 'segment') texts.push(node.textContent);
    return node.type.name === 'page';
  });
  return texts;
}
