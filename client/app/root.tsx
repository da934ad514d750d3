import { Outlet } from '@tanstack/react-router';
import { Keys } from '../keys/keys.tsx';
import { AppCommands } from './app-commands.tsx';

/** What every page stands in: the keys and the commands that work everywhere. */
export function Root() {
  return (
    <Keys>
      <AppCommands />
      <Outlet />
    </Keys>
  );
}
