import type { Task } from './task.ts';

/** Loads what does a task, so that a process loads no more than its own. */
export const tasks = {
  corpus: async () => (await import('./corpus.ts')).corpusTask,
  corpusPreview: async () => (await import('./corpus-preview.ts')).corpusPreviewTask,
  document: async () => (await import('./document.ts')).documentTask,
  english: async () => (await import('./english.ts')).englishTask,
  englishPreview: async () => (await import('./english-preview.ts')).englishPreviewTask,
  glossary: async () => (await import('./glossary.ts')).glossaryTask,
  learn: async () => (await import('./learn.ts')).learnTask,
  memoryUnits: async () => (await import('./memory-units.ts')).memoryUnitsTask,
  pair: async () => (await import('./pair.ts')).pairTask,
  pairPreview: async () => (await import('./pair-preview.ts')).pairPreviewTask,
  registry: async () => (await import('./registry.ts')).registryTask,
  review: async () => (await import('./review.ts')).reviewTask,
  seek: async () => (await import('./seek.ts')).seekTask,
  suggestLinks: async () => (await import('./suggest-links.ts')).suggestLinksTask,
} as const satisfies Readonly<Record<string, () => Promise<Task<never, unknown>>>>;

export type TaskName = keyof typeof tasks;
type TaskOf<Name extends TaskName> = Awaited<ReturnType<(typeof tasks)[Name]>>;
export type Input<Name extends TaskName> = Parameters<TaskOf<Name>>[0];
export type Output<Name extends TaskName> = Awaited<ReturnType<TaskOf<Name>>>;

/** The task of that name for one who passes on what came from elsewhere. */
export async function taskNamed(name: TaskName): Promise<Task<unknown, unknown>> {
  return (await tasks[name]()) as Task<unknown, unknown>;
}
