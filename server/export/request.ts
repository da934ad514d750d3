import { z } from 'zod';
import { statuses, statusNamed } from '../../shared/core/status.ts';
import { englishTags, formats, persianTags } from '../../shared/formats/corpus/row.ts';
import { id, version } from '../input/fields.ts';

/** What to export: one document, at its head or at a version, or all documents of a project; in which format. */
export const exportRequest = z
  .strictObject({
    document: id.optional(),
    project: id.optional(),
    version: version.optional(),
    format: z.enum(formats),
    states: z.array(z.enum(statuses)).min(1).default(['translated', 'reviewed', 'final']),
    fa: z.enum(persianTags).default('fa'),
    en: z.enum(englishTags).default('en'),
    side: z.enum(['fa', 'en']).default('fa'),
    bom: z.boolean().default(false),
  })
  .refine(({ document, project }) => (document === undefined) !== (project === undefined), {
    message: 'Choose one document or one project',
    path: ['document'],
  })
  .refine(({ document, version }) => version === undefined || document !== undefined, {
    message: 'A version belongs to one document, not to a project',
    path: ['version'],
  });
export type ExportRequest = z.infer<typeof exportRequest>;

/** The same, written as strings: in an address and on the command line. States stand with commas, by either name
 *  (`translated` or `confirmed`), or as `all`. */
export const exportQuery = z.preprocess((query) => {
  const { version, states, bom, ...rest } = z.record(z.string(), z.unknown()).catch({}).parse(query);
  return {
    ...rest,
    ...(version !== undefined && { version: /^\d+$/.test(`${version}`) ? Number(version) : version }),
    ...(states !== undefined && {
      states: states === 'all' ? statuses : `${states}`.split(',').map((name) => statusNamed(name) ?? name),
    }),
    ...(bom !== undefined && { bom: bom === 'true' ? true : bom === 'false' ? false : bom }),
  };
}, exportRequest);
