import type { Messages } from './en.ts';
import { app } from './fa/app.ts';
import { checks } from './fa/checks.ts';
import { editor } from './fa/editor.ts';
import { entities } from './fa/entities.ts';
import { exporting } from './fa/exporting.ts';
import { history } from './fa/history.ts';
import { keys } from './fa/keys.ts';
import { library } from './fa/library.ts';
import { mention } from './fa/mention.ts';
import { places } from './fa/places.ts';
import { problems } from './fa/problems.ts';
import { proposal } from './fa/proposal.ts';
import { registry } from './fa/registry.ts';
import { settings } from './fa/settings.ts';
import { workbench } from './fa/workbench.ts';

export const fa = {
  app,
  checks,
  editor,
  entities,
  exporting,
  history,
  keys,
  library,
  mention,
  problems,
  places,
  proposal,
  registry,
  settings,
  workbench,
} satisfies Messages;
