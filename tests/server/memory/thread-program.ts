import { build } from 'vite';
import { temporaryFolder } from '../temporary.ts';

/** The program of the thread that holds indexes, built as it is for a server. */
export async function memoryThreadProgram(): Promise<string> {
  const folder = await temporaryFolder();
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { input: { memories: 'server/memory/thread.ts' }, output: { entryFileNames: '[name].mjs' } },
    },
  });
  return `${folder}/memories.mjs`;
}
