import { mayPass } from '../timeline/cause.ts';
import { causeOf } from './cause.ts';

/** How long to wait before something is sent again, in milliseconds. */
const AGAIN = 3000;

/** What the server answers to `send`, which is called again and again while the server cannot be reached. Throws what else
 *  goes wrong. */
export async function untilSent<T>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (!mayPass(causeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}
