import { z } from 'zod';
import type { Checked } from '../../shared/core/problem.ts';
import { MANIFEST, type ReleaseManifest } from '../../shared/release/manifest.ts';
import { splits } from '../../shared/release/splits.ts';
import { malformed } from '../input/malformed.ts';
import { releaseOrder } from './order.ts';

const split = z.enum(splits).nullable();
const document = z.object({
  id: z.string(),
  title: z.string(),
  version: z.int().min(0),
  mark: z.string().nullable(),
  split,
});
const order = releaseOrder.shape;

/** What a manifest has to say for its release to be verified and made again; the rest is taken as it stands. */
const shape = z.looseObject({
  radif: z.literal('release'),
  edition: z.literal(1),
  recipe: z.looseObject({
    id: z.string(),
    name: z.string(),
    project: z.looseObject({ id: z.string(), name: z.string() }),
    at: z.int(),
    tool: z.string(),
    documents: z.array(document),
    filters: order.filters,
    duplicates: order.duplicates,
    seed: z.string(),
    splits: order.splits,
    formats: order.formats,
    fa: order.fa,
    en: order.en,
    licence: z.string(),
    labels: z.array(z.looseObject({ id: z.string(), fa: z.string(), en: z.string() })),
    contributors: z.array(z.looseObject({ name: z.string(), changes: z.int() })),
    entities: z.record(z.string(), z.int()),
    findings: z.record(z.string(), z.array(z.string())),
    previous: z.looseObject({ id: z.string(), name: z.string(), documents: z.array(document) }).nullable(),
  }),
  files: z.array(
    z.looseObject({ path: z.string(), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

/** A manifest from its text. */
export function releaseManifest(text: string): Checked<ReleaseManifest> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const message = `${MANIFEST} is no JSON: ${error instanceof Error ? error.message : error}. Take the one of the archive.`;
    return { ok: false, problems: [{ rule: 'release.manifest-json', message }] };
  }
  const { success, error } = shape.safeParse(json);
  // What was read stands in the order in which it was written, which the text of it is made again in.
  return success ? { ok: true, value: json as ReleaseManifest } : { ok: false, problems: malformed(error) };
}
