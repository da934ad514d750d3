import { createContext, useContext, useEffect, useRef } from 'react';
import type { CommandId } from './commands.ts';
import { createDesk, type Desk, type Handlers } from './desk.ts';

export const DeskContext = createContext<Desk>(createDesk());

/** Says what commands do while the component is there: `useCommands({ 'segment.split': split })`. Where that depends on what
 *  the component does not follow, a function says it when it is asked. */
export function useCommands(handlers: Handlers | (() => Handlers)): void {
  const desk = useContext(DeskContext);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(
    () => desk.register(() => (typeof latest.current === 'function' ? latest.current() : latest.current)),
    [desk],
  );
}

/** Does a command as its key would. */
export function useRunCommand(): (id: CommandId) => boolean {
  return useContext(DeskContext).run;
}
