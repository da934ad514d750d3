import { importProblems } from '../../shared/formats/text/problems.ts';
import { app } from './en/app.ts';
import { checks } from './en/checks.ts';
import { editor } from './en/editor.ts';
import { entities } from './en/entities.ts';
import { exporting } from './en/exporting.ts';
import { history } from './en/history.ts';
import { keys } from './en/keys.ts';
import { library } from './en/library.ts';
import { mention } from './en/mention.ts';
import { places } from './en/places.ts';
import { proposal } from './en/proposal.ts';
import { registry } from './en/registry.ts';
import { settings } from './en/settings.ts';
import { workbench } from './en/workbench.ts';

/** Every message of the interface in English. The sections are the parts of the interface; each has its twin in Persian. */
export const en = {
  app,
  checks,
  editor,
  entities,
  exporting,
  history,
  keys,
  library,
  mention,
  problems: importProblems,
  places,
  proposal,
  registry,
  settings,
  workbench,
} as const;

/** The same keys in any language. */
export type Translated<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Translated<T[Key]> };
export type Messages = Translated<typeof en>;
