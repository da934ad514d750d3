import { type ReactNode, useEffect, useState } from 'react';
import { later, useFetchLater } from '../platform/later.ts';
import { createDesk } from './desk.ts';
import { listenToKeys } from './listen.ts';
import { Opening } from './opening.tsx';
import { DeskContext, useCommands } from './use-commands.ts';

const overlay = later(async () => (await import('./overlay.tsx')).Overlay);
const palette = later(async () => (await import('./palette.tsx')).Palette);
const sheets = [overlay, palette];

/** Brings keys and commands to everything inside, and shows the overlay and the palette. */
export function Keys({ children }: { readonly children: ReactNode }) {
  const [desk] = useState(createDesk);
  useEffect(() => listenToKeys(desk), [desk]);
  useFetchLater(sheets);
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
  if (open === null) return null;
  return (
    <Opening key={open} onGiveUp={close}>
      {open === 'keys' ? <overlay.Part onClose={close} /> : <palette.Part onClose={close} />}
    </Opening>
  );
}
