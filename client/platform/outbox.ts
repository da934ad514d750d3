import { openOutbox } from '../timeline/outbox.ts';

/** What this browser keeps until the server has it. */
export const outbox = openOutbox();
