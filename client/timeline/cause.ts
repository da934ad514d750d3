import { type FaultName, faults, isFault } from '../../shared/core/faults.ts';

/**
 * Why a call to the server failed, as far as a person can do something about it.
 * - `offline`: nothing answers, or only what stands before the server does
 * - `signedOut`, `forbidden`, `missing`, `tooLarge`, `busy`: 401, 403, 404, 413 and 429
 * - a fault of the database, by its name
 * - `broken`: the server failed
 * - `other`: no call failed, or in no way that is known
 */
export type Cause =
  | 'offline'
  | 'signedOut'
  | 'forbidden'
  | 'missing'
  | 'tooLarge'
  | 'busy'
  | FaultName
  | 'broken'
  | 'other';

/** True where it may pass by itself, and only then is worth asking again for. */
export function mayPass(cause: Cause): boolean {
  return cause === 'offline' || (isFault(cause) && faults[cause].again === 'soon');
}
