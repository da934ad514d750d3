import { resolve } from 'node:path';
import { z } from 'zod';
import type { Checked } from '../shared/core/problem.ts';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the environment may set: name, meaning and default. `--help` and the sentences about wrong values read it. */
export const variables = [
  {
    name: 'PORT',
    meaning: 'the port to listen on, 0 for any free one',
    expected: 'a whole number from 0 to 65535',
    standard: '4747',
  },
  { name: 'HOST', meaning: 'the address to listen on', expected: 'a host name or an address', standard: '127.0.0.1' },
  {
    name: 'RADIF_ORIGIN',
    meaning: 'the address that people see where a proxy stands in front; several with commas between them',
    expected: 'an address such as https://radif.example.org, without a path',
    standard: '',
  },
  { name: 'RADIF_DATA', meaning: 'the folder that holds the database', expected: 'a folder', standard: './data' },
  {
    name: 'DATABASE_URL',
    meaning: 'a PostgreSQL database instead of the embedded one',
    expected: 'an address such as postgres://user:password@host:5432/radif',
    standard: '',
  },
  {
    name: 'RADIF_SCHEMA',
    meaning: 'the schema of the tables in a PostgreSQL database, radif unless one is named',
    expected: 'a name of lower-case letters, digits and _ that begins with a letter',
    standard: '',
  },
  {
    name: 'LOG_LEVEL',
    meaning: 'how much the log tells, on standard error',
    expected: `one of ${levels.join(', ')}`,
    standard: 'warn',
  },
] as const;

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65_535))
    .default(4747),
  HOST: z
    .string()
    .regex(/^[\p{L}\p{N}.:_-]+$/u)
    .default('127.0.0.1'),
  RADIF_ORIGIN: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
    .pipe(z.array(z.string().refine(isOrigin)))
    .default([]),
  RADIF_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\/\S+$/)
    .optional(),
  RADIF_SCHEMA: z
    .string()
    .regex(/^(?!pg_)[a-z][a-z0-9_]{0,62}$/)
    .optional(),
  LOG_LEVEL: z.enum(levels).default('warn'),
});

function isOrigin(text: string): boolean {
  return (
    /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, '').toLowerCase()
  );
}

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Addresses that people see where a proxy stands in front; none without one. */
  readonly origins: readonly string[];
  /** Absolute path of the data folder. */
  readonly data: string;
  readonly databaseUrl?: string;
  /** The schema of the tables, where one is named. */
  readonly schema?: string;
  readonly logLevel: (typeof levels)[number];
}

/** The settings that the environment asks for; an empty variable counts as not set. One problem a wrong value. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Checked<Settings> {
  const given = Object.fromEntries(variables.map(({ name }) => [name, env[name]?.trim() || undefined]));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = variables.filter(({ name }) => parsed.error.issues.some(({ path }) => path[0] === name));
    return {
      ok: false,
      problems: wrong.map(({ name, expected, meaning }) => ({
        rule: 'setting',
        element: name,
        message: `${name} should be ${expected} (${meaning}), but it is ${shown(name, given[name])}.`,
      })),
    };
  }
  const { PORT, HOST, RADIF_ORIGIN, RADIF_DATA, DATABASE_URL, RADIF_SCHEMA, LOG_LEVEL } = parsed.data;
  return {
    ok: true,
    value: {
      port: PORT,
      host: HOST,
      origins: RADIF_ORIGIN.map((origin) => new URL(origin).origin),
      data: resolve(RADIF_DATA),
      ...(DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL }),
      ...(RADIF_SCHEMA === undefined ? {} : { schema: RADIF_SCHEMA }),
      logLevel: LOG_LEVEL,
    },
  };
}

/** A wrong value as a message may show it: an address of a database may hold a password. */
function shown(name: string, value: string | undefined): string {
  return name === 'DATABASE_URL' ? 'something else' : `"${value}"`;
}
