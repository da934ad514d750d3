import { importSentences } from '../../../shared/formats/text/problems.ts';
import { alignment } from './alignment.ts';
import { app } from './app.ts';
import { checks } from './checks.ts';
import { editor } from './editor.ts';
import { entities } from './entities.ts';
import { exporting } from './exporting.ts';
import { history } from './history.ts';
import { jobs } from './jobs.ts';
import { keys } from './keys.ts';
import { library } from './library.ts';
import { links } from './links.ts';
import { mention } from './mention.ts';
import { pairing } from './pairing.ts';
import { places } from './places.ts';
import { proposal } from './proposal.ts';
import { registry } from './registry.ts';
import { settings } from './settings.ts';
import { workbench } from './workbench.ts';

/** Every message of the interface in English. The sections are the parts of the interface; each has its twin in Persian. */
export const en = {
  alignment,
  app,
  checks,
  editor,
  entities,
  exporting,
  history,
  jobs,
  keys,
  library,
  links,
  mention,
  pairing,
  problems: importSentences,
  places,
  proposal,
  registry,
  settings,
  workbench,
} as const;

/** The same keys in any language. */
export type Translated<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Translated<T[Key]> };
export type Messages = Translated<typeof en>;
