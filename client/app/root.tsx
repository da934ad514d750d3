import { Outlet } from '@tanstack/react-router';
import { Keys } from '../keys/keys.tsx';
import { AppCommands } from './app-commands.tsx';
import { useHeldWhileLeaving } from './held-while-leaving.ts';

/** What every page stands in: the keys and the commands that work everywhere. */
export function Root() {
  useHeldWhileLeaving();
  return (
    <Keys>
      <AppCommands />
      <Outlet />
    </Keys>
  );
}
