/**
 * Why a call to the server failed, as far as a person can do something about it.
 * - `offline`: nothing answers, or only what stands before the server does
 * - `signedOut`, `forbidden`, `missing`, `tooLarge`, `busy`: 401, 403, 404, 413 and 429
 * - `full`: the database takes nothing
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
  | 'full'
  | 'broken'
  | 'other';
