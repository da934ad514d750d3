import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `vite build` makes the client, `vite build --ssr` the server and command line; both land in `dist/`. */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        // In one piece it starts in half the time; what is native cannot go in, nor what reads files beside itself.
        ssr: { noExternal: true, external: ['libsql', 'dictionary-en', 'dictionary-en-gb'] },
        build: {
          ssr: true,
          // All in one folder, so that the way to the client is the same from each file.
          rolldownOptions: {
            input: {
              ...{ main: 'server/main.ts', worker: 'server/apart/process.ts' },
              ...{ memories: 'server/memory/thread.ts', spelling: 'server/spelling/thread.ts' },
            },
            output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
          },
          outDir: 'dist/server',
          target: 'node20',
          copyPublicDir: false,
        },
      }
    : {
        root: 'client',
        plugins: [react()],
        build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022' },
      },
);
