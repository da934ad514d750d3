import type { Messages } from '../en/messages.ts';
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
import { problems } from './problems.ts';
import { proposal } from './proposal.ts';
import { registry } from './registry.ts';
import { releases } from './releases.ts';
import { reviewing } from './reviewing.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { terms } from './terms.ts';
import { textChecks } from './text-checks.ts';
import { workbench } from './workbench.ts';

export const fa = {
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
  problems,
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
} satisfies Messages;
