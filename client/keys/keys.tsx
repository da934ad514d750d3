import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { createDesk } from './desk.ts';
import { listenToKeys } from './listen.ts';
import { DeskContext, useCommands } from './use-commands.ts';

const Overlay = lazy(async () => ({ default: (await import('./overlay.tsx')).Overlay }));
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** Brings keys and commands to everything inside, and shows the overlay and the palette. */
export function Keys({ children }: { readonly children: ReactNode }) {
  const [desk] = useState(createDesk);
  useEffect(() => listenToKeys(desk), [desk]);
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
