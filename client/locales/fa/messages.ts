import type { Messages } from '../en/messages.ts';
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
import { problems } from './problems.ts';
import { proposal } from './proposal.ts';
import { registry } from './registry.ts';
import { settings } from './settings.ts';
import { workbench } from './workbench.ts';

export const fa = {
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
  problems,
  places,
  proposal,
  registry,
  settings,
  workbench,
} satisfies Messages;
