import type { FastifyInstance } from 'fastify';
import { product } from '../../shared/core/product.ts';
import { SCHEMA_VERSION } from '../../shared/doc/model/migrations.ts';
import type { Engine } from '../db/store.ts';

/** What `GET /health` answers, to anybody. */
export interface Health {
  readonly ok: true;
  readonly version: string;
  readonly engine: Engine;
  /** Of the documents; see `shared/doc/schema.ts`. */
  readonly schemaVersion: number;
  /** Of this run of the server: tells it from another one that has taken over its port. */
  readonly run: string;
}

/** Says that the server is there and what it is. */
export function serveHealth(app: FastifyInstance, engine: Engine, run: string): void {
  const health: Health = { ok: true, version: product.version, engine, schemaVersion: SCHEMA_VERSION, run };
  app.get('/health', (_request, reply) => reply.header('cache-control', 'no-store').send(health));
}
