import type { Problem } from '../../shared/core/problem.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EEXIST: 'There is a file in its place.',
  ENOTDIR: 'A part of the path is no folder.',
  EISDIR: 'This is a folder, where a file is needed.',
  EACCES: 'This user may not do that.',
  EPERM: 'This user may not do that.',
  EROFS: 'The disk can only be read.',
  ENOSPC: 'The disk is full.',
};

/** Why a file could not be read or written, or `null` where the error is of another kind. */
export function fileProblem(error: unknown, path: string): Problem | null {
  const { code, syscall } = error as NodeJS.ErrnoException;
  const message = syscall === undefined ? undefined : reasons[code ?? ''];
  return message === undefined ? null : { rule: 'file', message, element: path };
}
