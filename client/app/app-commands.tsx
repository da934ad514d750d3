import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { otherLanguage } from '../frame/language-switch.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useCommands } from '../keys/use-commands.ts';
import { prefer, preferences } from '../platform/preferences.ts';
import { hintUndo, undoNotice } from '../ui/notices.tsx';
import { useHeldWhileLeaving } from './held-while-leaving.ts';

/** Registers the commands of the application itself; those of a page are registered by the page, also while one is left for
 *  another. */
export function AppCommands() {
  const navigate = useNavigate();
  useHeldWhileLeaving();
  const { toggleColorScheme } = useMantineColorScheme();
  useEffect(() => hintUndo(<KeyCap command="app.undoNotice" />), []);
  useCommands({
    'app.undoNotice': undoNotice,
    // Where a text is at work, it is what was done there.
    'edit.undo': () => document.querySelector('.ProseMirror') === null && undoNotice(),
    'app.language': () => prefer({ language: otherLanguage(preferences().language) }),
    'app.colorScheme': toggleColorScheme,
    'library.open': () => void navigate({ to: '/' }),
    'formats.open': () => void navigate({ to: '/formats' }),
    'settings.open': () => void navigate({ to: '/settings' }),
  });
  return null;
}
