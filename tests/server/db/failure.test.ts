import { describe, expect, it } from 'vitest';
import { mayRetry, storageProblem } from '../../../server/db/failure.ts';

const failure = (code: string, message = '', more: object = {}) => Object.assign(new Error(message), { code, ...more });

describe('a failure of the storage', () => {
  it.each(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', '40001', '40P01'])('is tried again on %s', (code) => {
    expect(mayRetry(failure(code))).toBe(true);
    expect(storageProblem(failure(code))?.rule).toBe('storage-busy');
  });

  it('is tried again where two pushes made one version', () => {
    const taken = 'UNIQUE constraint failed: step.document_id, step.version';
    expect(mayRetry(failure('SQLITE_CONSTRAINT_PRIMARYKEY', taken))).toBe(true);
    expect(mayRetry(failure('23505', '', { table: 'step' }))).toBe(true);
    expect(mayRetry(failure('SQLITE_CONSTRAINT_PRIMARYKEY', 'UNIQUE constraint failed: project.id'))).toBe(false);
    expect(mayRetry(failure('23505', '', { table: 'project' }))).toBe(false);
  });

  it.each(['SQLITE_FULL', '53100', 'ENOSPC'])('tells that the disk is full on %s', (code) => {
    expect(storageProblem(failure(code))?.rule).toBe('storage-full');
  });

  it.each(['SQLITE_IOERR_WRITE', 'SQLITE_READONLY', '08006', '57P01', 'ECONNREFUSED', 'ECONNRESET'])(
    'tells that the database cannot be reached on %s',
    (code) => expect(storageProblem(failure(code))?.rule).toBe('storage-unavailable'),
  );

  it('tells of a lost connection that has no code', () => {
    expect(storageProblem(new Error('Connection terminated unexpectedly'))?.rule).toBe('storage-unavailable');
  });

  it.each([new Error('a bug'), failure('23503'), failure('SQLITE_CONSTRAINT_FOREIGNKEY'), 'no error', undefined])(
    'is none where the error is of another kind: %s',
    (error) => {
      expect(storageProblem(error)).toBeNull();
      expect(mayRetry(error)).toBe(false);
    },
  );
});
