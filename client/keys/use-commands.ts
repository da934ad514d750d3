import { createContext, useContext, useEffect, useRef } from 'react';
import type { CommandId } from './commands.ts';
import { createDesk, type Desk, type Handlers } from './desk.ts';

export const DeskContext = createContext<Desk>(createDesk());

/** Says what commands do while the component is there: `useCommands({ 'segment.split': split })`. Where that depends on what
 *  the component does not follow, a function says it when it is asked. */
export function useCommands(handlers: Handlers | (() => Handlers)): void {
  const desk = useContext(DeskContext);
  const latest = useRef(handlers);
  useEffect(
    () => desk.register(() => (typeof latest.current === 'function' ? latest.current() : latest.current)),
    [desk],
  );
  useEffect(() => {
    latest.current = handlers;
    desk.catchUp();
  });
}

/** Says whether the page is still coming: until it is there, a command that waits does so for it. */
export function useComing(isComing: boolean): void {
  const desk = useContext(DeskContext);
  useEffect(() => (isComing ? desk.expect() : undefined), [desk, isComing]);
  useSettling(isComing);
}

/** Says that a page is there; until the first one is, keys wait too. */
export function usePageThere(): void {
  const desk = useContext(DeskContext);
  useEffect(() => desk.arrive(), [desk]);
  useSettling(false);
}

/** Once all parts of the page have said what they do, nothing waits for it any longer. */
function useSettling(isComing: boolean): void {
  const desk = useContext(DeskContext);
  useEffect(() => {
    if (!isComing) queueMicrotask(() => desk.settle());
  }, [desk, isComing]);
}

/** Does a command as its key would. */
export function useRunCommand(): (id: CommandId) => boolean {
  return useContext(DeskContext).run;
}
