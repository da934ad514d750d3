/** So long, in milliseconds, work goes on before keys and frames come in between. */
const SLICE = 8;

/** Visits `items` in slices, so that the page goes on meanwhile, until `visit` gives `false` or `signal` is aborted. */
export async function inSlices<T>(
  items: Iterable<T>,
  visit: (item: T) => boolean | undefined,
  signal?: AbortSignal,
): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    if (visit(item) === false) return;
    if (performance.now() - began < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) return;
    began = performance.now();
  }
}
