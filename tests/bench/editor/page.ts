import '../../../client/ui/fonts.css';
import '../../../client/ui/theme.css';
import '../../../client/ui/base.css';
import i18next from 'i18next';
import { createEditor, type Editor } from '../../../client/editor/editor.ts';
import { createEditorState } from '../../../client/editor/plugins.ts';
import { en } from '../../../client/locales/en/messages.ts';
import { editorLabels } from '../../../client/pages/workbench/editor-labels.ts';
import { defaultLabels } from '../../../shared/core/label.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { builtInGazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import { projector } from '../../../shared/names/projection/projection.ts';
import { emptyRegistry } from '../../../shared/names/registry/registry.ts';
import { suggester } from '../../../shared/names/suggestion/suggestion.ts';
import { benchDocument } from './document.ts';

/** What a measurement asks of the page. */
export interface Bench {
  readonly editor: Editor;
  /** Milliseconds from each key that went down to the end of the frame that shows what it did. */
  readonly latencies: readonly number[];
  /** Milliseconds from the JSON of the document to the frame that shows it, ready to be typed in. */
  readonly opening: Promise<number>;
}

declare global {
  interface Window {
    readonly bench: Bench;
  }
}

const mount = document.querySelector('main');
if (!mount) throw new Error('The page has no main element');
await i18next.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } });
await document.fonts.ready;

const asked = new URLSearchParams(location.search);
const { source, outline, doc } = benchDocument(Number(asked.get('segments') ?? 40), Number(asked.get('mentions') ?? 0));
const json = JSON.stringify(doc.toJSON());

const started = performance.now();
const editor = createEditor({
  mount,
  document: { source, outline },
  state: createEditorState(schema.nodeFromJSON(JSON.parse(json)), { source, outline }),
  labels: editorLabels(i18next.t, 'en'),
  onNodeMenu: () => undefined,
  onNameMenu: () => undefined,
  onNotice: () => undefined,
});
editor.focus();
if (asked.get('proposals') === 'true') {
  const registry = emptyRegistry;
  const gazetteer = builtInGazetteer();
  editor.proposals.know({
    registry,
    suggester: suggester({ registry, gazetteer, earlier: [] }),
    projector: projector({ registry, gazetteer }),
    labels: new Set(defaultLabels.map(({ id }) => id)),
    rejected: new Set(),
  });
}
const opening = painted().then((end) => end - started);

const latencies: number[] = [];
const note = (event: Event) => painted().then((end) => latencies.push(end - event.timeStamp));
window.addEventListener('keydown', note, { capture: true });

Object.assign(window, { bench: { editor, latencies, opening } satisfies Bench });

/** Resolves with the time at which the next frame is made. */
function painted(): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  });
}
