import { useEffect, useState } from 'react';
import { v7 } from 'uuid';
import { editorPlugins } from '../../editor/plugins.ts';
import { afterFrame } from '../../editor/state/after-frame.ts';
import { authority } from '../../platform/authority.ts';
import { outbox } from '../../platform/outbox.ts';
import { queryClient } from '../../platform/server.ts';
import type { DocumentAtHand } from '../../timeline/authority.ts';
import { Companions } from '../../timeline/companions.ts';
import { holdName, sendLeftovers, tendLeftovers } from '../../timeline/leftovers.ts';
import { Timeline } from '../../timeline/timeline.ts';
import { openTray, type Tray } from '../../timeline/tray.ts';
import { tellReopened } from './tell-reopened.ts';

/** A document at work: what was opened, its timeline, and the tray of what could not be kept. */
export interface Work {
  readonly document: DocumentAtHand;
  readonly timeline: Timeline;
  readonly tray: Tray;
  /** Who else is in the document. */
  readonly companions: Companions;
}

export type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly work: Work }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void };

const opening: Opening = { kind: 'opening' };

/** Opens a document for work: what closed tabs left unsent goes first. On leaving, the rest is sent in the background. */
export function useTimeline(id: string): Opening {
  const [state, setState] = useState<Opening>(opening);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the document again
  useEffect(() => {
    let left = false;
    let leave: () => void = () => {
      left = true;
    };
    setState(opening);
    open(id).then(
      ([work, close]) => {
        if (left) close();
        else {
          leave = close;
          setState({ kind: 'open', work });
        }
      },
      (error: unknown) => {
        if (!left) setState({ kind: 'failed', error, retry: () => setAttempt((count) => count + 1) });
      },
    );
    return () => leave();
  }, [id, attempt]);

  return state;
}

async function open(id: string): Promise<[Work, () => void]> {
  const surroundings = { authority, outbox, newId: v7, now: Date.now, putOff: afterFrame };
  await sendLeftovers(surroundings).catch(() => []);
  const document = await authority.open(id);
  const client = `c-${v7()}`;
  const release = holdName(client);
  const tray = openTray(outbox, id);
  const plugins = editorPlugins({ source: document.source, outline: document.outline });
  const companions = new Companions(({ name, caret }) => authority.here(id, client, name, caret));
  const timeline = new Timeline({ ...surroundings, tray, document, client, plugins, attending: companions });
  tellReopened(timeline);
  const online = () => timeline.retry();
  window.addEventListener('online', online);
  const stopTending = tendLeftovers(surroundings);
  const close = () => {
    window.removeEventListener('online', online);
    stopTending();
    companions.close();
    timeline.settle().finally(() => {
      timeline.close();
      release();
      // What lists and counts say of this document is older than what has just been sent.
      void queryClient.invalidateQueries();
    });
  };
  return [{ document, timeline, tray, companions }, close];
}
