/** Runs a job once and answers what it gave and its wall time in milliseconds. */
export function timed<T>(job: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now()
  const value = job()
  return { value, ms: performance.now() - start }
}

export async function timedAsync<T>(
  job: () => Promise<T>,
): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now()
  const value = await job()
  return { value, ms: performance.now() - start }
}
