import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `vite build` makes the client, `vite build --ssr` the server and command line; both land in `dist/`. */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? { build: { ssr: 'server/main.ts', outDir: 'dist/server', target: 'node20', copyPublicDir: false } }
    : {
        root: 'client',
        plugins: [react()],
        build: { outDir: '../dist/client', emptyOutDir: true, target: 'es2022' },
      },
);
