import { describe, expect, it } from 'vitest';
import { logged, mayRetry, storageProblem } from '../../../server/db/failure.ts';

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

  it.each(['SQLITE_IOERR_WRITE', 'SQLITE_CORRUPT', '28P01', '3D000', '53200', '58030'])(
    'tells that the database is out of order on %s',
    (code) => expect(storageProblem(failure(code))?.rule).toBe('storage-unavailable'),
  );

  it.each([
    ['55P03', 'storage-busy'],
    ['57014', 'storage-stopped'],
    ['25P03', 'storage-stopped'],
    ['25006', 'storage-read-only'],
    ['SQLITE_READONLY', 'storage-read-only'],
    ['08006', 'storage-lost'],
    ['57P01', 'storage-lost'],
    ['ECONNRESET', 'storage-lost'],
    ['57P03', 'storage-down'],
    ['ECONNREFUSED', 'storage-down'],
    ['42501', 'storage-refused'],
    ['53300', 'storage-crowded'],
  ])('tells %s as %s, and does not try it again at once', (code, rule) => {
    expect(storageProblem(failure(code))?.rule).toBe(rule);
    expect(mayRetry(failure(code))).toBe(false);
  });

  it('tells of a lost connection that has no code', () => {
    expect(storageProblem(new Error('Connection terminated unexpectedly'))?.rule).toBe('storage-lost');
    const broken = new Error('Client has encountered a connection error and is not queryable');
    expect(storageProblem(broken)?.rule).toBe('storage-lost');
  });

  it.each(['Query read timeout', 'timeout expired', 'Connection terminated due to connection timeout'])(
    'tells of a database that does not answer: %s',
    (message) => expect(storageProblem(new Error(message))?.rule).toBe('storage-silent'),
  );

  it('is in the log with its name and the code that it came with', () => {
    expect(logged(failure('57014'))).toMatchObject({ fault: 'storage-stopped', code: '57014' });
    expect(logged(new Error('Query read timeout'))).toMatchObject({ fault: 'storage-silent', code: 'none' });
    const bug = new Error('a bug');
    expect(logged(bug)).toEqual({ err: bug });
  });

  it.each([new Error('a bug'), failure('23503'), failure('SQLITE_CONSTRAINT_FOREIGNKEY'), 'no error', undefined])(
    'is none where the error is of another kind: %s',
    (error) => {
      expect(storageProblem(error)).toBeNull();
      expect(mayRetry(error)).toBe(false);
    },
  );
});
