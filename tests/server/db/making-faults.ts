import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { FaultName } from '../../../shared/core/faults.ts';
import type { Cluster } from '../cluster.ts';
import { newDocument, type Radif, startRadif } from '../http/radif.ts';

/** A server on a database of its own, with somebody who may do everything there. */
export interface Scene {
  readonly cluster: Cluster;
  readonly radif: Radif;
  /** Of one segment. */
  readonly document: string;
  readonly admin: pg.Client;
  readonly database: string;
  readonly address: string;
  /** The role of the server. */
  readonly role: string;
  close(): Promise<void>;
}

/** `limits` are those of the address of the server. */
export async function openScene(cluster: Cluster, limits = ''): Promise<Scene> {
  const address = await cluster.newDatabase();
  const database = new URL(address).pathname.slice(1);
  const admin = new pg.Client({ connectionString: address });
  admin.on('error', () => {});
  await admin.connect();
  const role = `server_of_${database}`;
  await admin.query(`create role ${role} login; grant all on database ${database} to ${role}`);
  const own = new URL(address);
  own.username = role;
  const radif = await startRadif('127.0.0.1', [], undefined, `${own.href}${limits}`);
  const { id: document } = await newDocument(radif, 'وزیر امروز آمد.');
  const close = async () => {
    await radif.close();
    await admin.end().catch(() => {});
  };
  return { cluster, radif, document, admin, database, address, role, close };
}

/** A fault that can be made on PostgreSQL. */
interface MadeFault {
  readonly what: string;
  readonly fault: FaultName;
  /** What the log has with it: the code of PostgreSQL or the system, `none` where there is none. */
  readonly code: string;
  readonly limits?: string;
  /** Makes it; gives the way to end it. */
  make(scene: Scene): Promise<() => Promise<unknown>>;
}

const held =
  (statement: string) =>
  async ({ admin }: Scene) => {
    await admin.query('begin');
    await admin.query(statement);
    return () => admin.query('rollback');
  };

export const madeFaults: readonly MadeFault[] = [
  {
    what: 'a statement that takes too long',
    fault: 'storage-stopped',
    code: '57014',
    limits: '?statement_timeout=200',
    make: held('lock table step'),
  },
  {
    what: 'a neighbour who keeps the row',
    fault: 'storage-busy',
    code: '55P03',
    limits: '?lock_timeout=200',
    make: held('select from document for update'),
  },
  {
    what: 'a connection that breaks off while it is asked',
    fault: 'storage-lost',
    code: '57P01',
    async make({ admin }) {
      await admin.query('begin');
      await admin.query('select from document for update');
      let isOver = false;
      const ending = (async () => {
        while (!isOver) {
          await admin.query('select pg_terminate_backend(pid) from pg_locks where not granted');
          await pause(50);
        }
      })();
      return async () => {
        isOver = true;
        await ending;
        await admin.query('rollback');
      };
    },
  },
  {
    what: 'a database that may only be read',
    fault: 'storage-read-only',
    code: '25006',
    async make(scene) {
      const { admin, database } = scene;
      const change = async (to: string) => {
        await admin.query(`alter database ${database} set default_transaction_read_only = ${to}`);
        await endOthers(scene);
      };
      await change('on');
      return async () => {
        await admin.query('set default_transaction_read_only = off');
        await change('off');
      };
    },
  },
  {
    what: 'a role that may not write',
    fault: 'storage-refused',
    code: '42501',
    async make({ admin, role }) {
      await admin.query(`alter table step owner to radif; grant select on step to ${role}`);
      return () => admin.query(`grant insert on step to ${role}`);
    },
  },
  {
    what: 'a database without a connection left',
    fault: 'storage-crowded',
    code: '53300',
    async make(scene) {
      const { admin, role } = scene;
      await admin.query(`alter role ${role} connection limit 0`);
      await endOthers(scene);
      return () => admin.query(`alter role ${role} connection limit -1`);
    },
  },
  {
    what: 'a full pool of the server itself',
    fault: 'storage-crowded',
    code: 'none',
    limits: '?connections=3&connect_timeout=1&lock_timeout=60000',
    async make({ admin, radif }) {
      await admin.query('begin');
      await admin.query('select from document for update');
      const taken = radif.context.store.transaction((trx) =>
        trx.selectFrom('document').select('id').forUpdate().execute(),
      );
      return async () => {
        await admin.query('rollback');
        await taken;
      };
    },
  },
  {
    what: 'a full disk',
    fault: 'storage-full',
    code: '53100',
    async make(scene) {
      const { rows } = await scene.admin.query<{ file: string }>(
        `select current_setting('data_directory') || '/' || pg_relation_filepath('step') as file`,
      );
      const file = rows[0]?.file ?? '';
      // What is written here meets what a full disk answers.
      renameSync(file, `${file}.kept`);
      symlinkSync('/dev/full', file);
      await endOthers(scene);
      return async () => {
        rmSync(file);
        renameSync(`${file}.kept`, file);
        await endOthers(scene);
      };
    },
  },
  {
    what: 'a database that stands still',
    fault: 'storage-silent',
    code: 'none',
    limits: '?query_timeout=500',
    async make({ cluster }) {
      cluster.freeze();
      return async () => cluster.thaw();
    },
  },
  {
    what: 'a database that is stopped',
    fault: 'storage-down',
    code: 'ECONNREFUSED',
    async make({ cluster }) {
      await cluster.halt();
      return () => cluster.run();
    },
  },
];

async function endOthers({ admin }: Scene): Promise<void> {
  await admin.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
}
