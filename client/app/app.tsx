import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { queryClient } from '../platform/server.ts';
import { onTrouble } from '../platform/told.ts';
import { tellCutPastes } from '../ui/cut-paste.ts';
import { Layer } from '../ui/layer.tsx';
import { noticeTrouble } from '../ui/notices.tsx';
import { cssVariables, theme } from '../ui/theme.ts';
import { Appearance } from './appearance.tsx';
import { router } from './router.tsx';

const colorScheme = localStorageColorSchemeManager({ key: 'radif.color-scheme' });

onTrouble(noticeTrouble);
tellCutPastes();

/** The whole client. */
export function App() {
  return (
    <StrictMode>
      <DirectionProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          colorSchemeManager={colorScheme}
          defaultColorScheme="auto"
        >
          <QueryClientProvider client={queryClient}>
            <Appearance />
            <Layer />
            <RouterProvider router={router} />
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>
  );
}
