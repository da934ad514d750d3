import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { createDesk } from './desk.ts';
import { listenToKeys } from './listen.ts';
import { DeskContext, useCommands } from './use-commands.ts';

const loadOverlay = async () => ({ default: (await import('./overlay.tsx')).Overlay });
const loadPalette = async () => ({ default: (await import('./palette.tsx')).Palette });
const Overlay = lazy(loadOverlay);
const Palette = lazy(loadPalette);

/** How long the first screen has for itself before the sheets are fetched, in milliseconds. */
const LATER = 1500;

/** Brings keys and commands to everything inside, and shows the overlay and the palette. */
export function Keys({ children }: { readonly children: ReactNode }) {
  const [desk] = useState(createDesk);
  useEffect(() => listenToKeys(desk), [desk]);
  useEffect(fetchSheetsLater, []);
  return (
    <DeskContext value={desk}>
      {children}
      <Sheets />
    </DeskContext>
  );
}

function Sheets() {
  const [open, setOpen] = useState<'keys' | 'palette' | null>(null);
  const close = () => setOpen(null);
  useCommands({
    'app.keys': () => setOpen(open === 'keys' ? null : 'keys'),
    'app.palette': () => setOpen(open === 'palette' ? null : 'palette'),
  });
  return (
    <Suspense>
      {open === 'keys' && <Overlay onClose={close} />}
      {open === 'palette' && <Palette onClose={close} />}
    </Suspense>
  );
}

/** Fetches the sheets before anybody asks for them, so that they open when the server is away. */
function fetchSheetsLater(): () => void {
  const timer = setTimeout(() => Promise.allSettled([loadOverlay(), loadPalette()]), LATER);
  return () => clearTimeout(timer);
}
