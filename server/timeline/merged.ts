/** What both give, each in its order, as it comes. Ends with the first of them that ends, or fails as it does; `end` has the
 *  other one end too. */
export async function* merged<A, B>(a: AsyncIterable<A>, b: AsyncIterable<B>, end: () => void): AsyncGenerator<A | B> {
  const sources: readonly AsyncIterator<A | B>[] = [a[Symbol.asyncIterator](), b[Symbol.asyncIterator]()];
  const next = (at: number) => sources[at]?.next().then((result) => ({ at, result }));
  const waiting = sources.map((_, at) => next(at));
  try {
    for (;;) {
      const first = await Promise.race(waiting);
      if (!first || first.result.done) return;
      waiting[first.at] = next(first.at);
      yield first.result.value;
    }
  } finally {
    end();
    await Promise.allSettled(waiting);
  }
}
