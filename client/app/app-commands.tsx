import { useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { otherLanguage } from '../frame/language-switch.tsx';
import { useCommands } from '../keys/use-commands.ts';
import { prefer, preferences } from '../platform/preferences.ts';

/** Registers the commands of the application itself; those of a page are registered by the page. */
export function AppCommands() {
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();
  useCommands({
    'app.language': () => prefer({ language: otherLanguage(preferences().language) }),
    'app.colorScheme': toggleColorScheme,
    'library.open': () => void navigate({ to: '/' }),
    'formats.open': () => void navigate({ to: '/formats' }),
    'settings.open': () => void navigate({ to: '/settings' }),
  });
  return null;
}
