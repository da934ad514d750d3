import { z } from 'zod';
import { statuses } from '../../shared/core/status.ts';
import { englishTags, formats, persianTags } from '../../shared/formats/corpus/row.ts';
import { duplicateChoices } from '../../shared/release/recipe.ts';
import { id, name, version } from '../input/fields.ts';

/** Words, both bounds included. */
const band = z
  .strictObject({ from: z.int().min(0).nullable(), to: z.int().min(0).nullable() })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    message: 'the upper bound is below the lower one',
  })
  .prefault({ from: null, to: null });

const share = z.int().min(0).max(1000);

/** What a release is asked for with. */
export const releaseOrder = z.strictObject({
  project: id,
  /** No other release of the project has it. */
  name,
  /** The documents, each at a version or else at its head; all that are in use, when left out. */
  documents: z
    .array(z.strictObject({ id, version: version.nullable().default(null) }))
    .min(1)
    .max(100_000)
    .nullable()
    .default(null),
  filters: z
    .strictObject({
      states: z.array(z.enum(statuses)).min(1).default(['translated', 'reviewed', 'final']),
      clean: z.boolean().default(false),
      aligned: z.boolean().default(false),
      annotated: z.boolean().default(false),
      machine: z.enum(['with', 'without', 'only']).default('with'),
      fa: band,
      en: band,
    })
    .prefault({}),
  duplicates: z.enum(duplicateChoices).default('keep'),
  seed: z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .max(100)
    .default('1'),
  /** Shares of the splits; `null` for a release that is not divided. */
  splits: z
    .strictObject({ train: share, dev: share, test: share })
    .refine(({ train, dev, test }) => train + dev + test > 0, { message: 'a split needs a share' })
    .nullable()
    .default(null),
  formats: z.array(z.enum(formats)).min(1).max(formats.length).default(['tmx', 'jsonl']),
  fa: z.enum(persianTags).default('fa'),
  en: z.enum(englishTags).default('en'),
  licence: z.string().trim().max(200).default(''),
});
export type ReleaseOrder = z.infer<typeof releaseOrder>;
