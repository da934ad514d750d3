import '../../../client/app/fonts.css';
import '../../../client/app/theme.css';
import '../../../client/app/base.css';
import i18next from 'i18next';
import { createEditor, type Editor } from '../../../client/editor/editor.ts';
import { createEditorState } from '../../../client/editor/plugins.ts';
import { en } from '../../../client/locales/en.ts';
import { fa } from '../../../client/locales/fa.ts';
import { editorLabels } from '../../../client/pages/workbench/editor-labels.ts';
import type { Status } from '../../../shared/core/status.ts';
import { benchDocument } from './document.ts';

/** What a measurement may ask of the page. */
export interface Bench {
  editor: Editor | null;
  readonly notices: string[];
  readonly menus: string[];
  /** Shows a document of `segments` rows and gives the milliseconds until the first one can be typed in. */
  open(request: {
    readonly segments: number;
    readonly mentions?: number;
    readonly statuses?: readonly Status[];
  }): Promise<number>;
  speak(language: 'en' | 'fa'): Promise<void>;
  /** Milliseconds from each key or other input to the end of the frame that shows it. */
  watch(): void;
  latencies: number[];
}

declare global {
  interface Window {
    bench: Bench;
  }
}

await i18next.init({
  lng: 'en',
  resources: { en: { translation: en }, fa: { translation: fa } },
  interpolation: { escapeValue: false },
});

const mount = document.querySelector('main');
if (!mount) throw new Error('The page has no main element');

window.bench = {
  editor: null,
  notices: [],
  menus: [],
  latencies: [],
  async open({ segments, mentions = 0, statuses }) {
    this.editor?.destroy();
    const { source, outline, doc } = benchDocument(
      segments,
      mentions,
      statuses && ((index) => statuses[index % statuses.length] ?? 'initial'),
    );
    const json = JSON.stringify(doc.toJSON());
    await document.fonts.ready;
    const started = performance.now();
    const read = doc.type.schema.nodeFromJSON(JSON.parse(json));
    const language = i18next.language === 'fa' ? 'fa' : 'en';
    this.editor = createEditor({
      mount,
      document: { source, outline },
      state: createEditorState(read, { source, outline }),
      labels: editorLabels(i18next.t, language),
      onNodeMenu: (id) => this.menus.push(id),
      onNotice: (key) => this.notices.push(key),
    });
    this.editor.focus();
    await painted();
    return performance.now() - started;
  },
  async speak(language) {
    await i18next.changeLanguage(language);
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
    this.editor?.setLabels(editorLabels(i18next.t, language));
  },
  watch() {
    this.latencies = [];
    window.addEventListener(
      'keydown',
      (event) => {
        painted().then((end) => this.latencies.push(end - event.timeStamp));
      },
      { capture: true },
    );
  },
};

/** Resolves with the time at which the next frame is done. */
function painted(): Promise<number> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  });
}
