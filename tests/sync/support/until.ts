/** Waits until it is so; what never becomes so ends with the time of the test, and says what it was waiting for. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | false> | T | null | false,
): Promise<T> {
  const from = Date.now()
  for (;;) {
    const seen = await look()
    if (seen !== null && seen !== false) return seen
    if (Date.now() - from > patienceMs) throw new Error(`still not so after a minute: ${what}`)
    await new Promise((next) => setTimeout(next, 50))
  }
}

const patienceMs = 60_000
