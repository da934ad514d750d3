import { importSentences } from '../../../shared/formats/text/problems.ts';
import { alignment } from './alignment.ts';
import { app } from './app.ts';
import { checks } from './checks.ts';
import { columns } from './columns.ts';
import { editor } from './editor.ts';
import { entities } from './entities.ts';
import { exporting } from './exporting.ts';
import { formats } from './formats.ts';
import { history } from './history.ts';
import { importing } from './importing.ts';
import { jobs } from './jobs.ts';
import { keys } from './keys.ts';
import { library } from './library.ts';
import { links } from './links.ts';
import { machine } from './machine.ts';
import { matches } from './matches.ts';
import { mention } from './mention.ts';
import { pairing } from './pairing.ts';
import { places } from './places.ts';
import { proposal } from './proposal.ts';
import { registry } from './registry.ts';
import { releases } from './releases.ts';
import { reviewing } from './reviewing.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { terms } from './terms.ts';
import { textChecks } from './text-checks.ts';
import { workbench } from './workbench.ts';

/** Every message of the interface in English. The sections are the parts of the interface; each has its twin in Persian. */
export const en = {
  alignment,
  app,
  checks,
  columns,
  editor,
  entities,
  exporting,
  formats,
  history,
  importing,
  jobs,
  keys,
  library,
  links,
  machine,
  matches,
  mention,
  pairing,
  problems: importSentences,
  places,
  proposal,
  registry,
  releases,
  reviewing,
  search,
  settings,
  terms,
  textChecks,
  workbench,
} as const;

/** The same keys in any language. */
export type Translated<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Translated<T[Key]> };
export type Messages = Translated<typeof en>;
