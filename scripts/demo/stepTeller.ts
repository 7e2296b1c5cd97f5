export interface StepTeller {
  /** Ends the line of the step before and begins a new one. */
  begin(sentence: string): void
  /** Adds a word to the line of the step under way. */
  note(word: string): void
  end(): void
}

/** One line per step on standard output; with `timings`, how long each took. */
export function stepTeller(timings: boolean): StepTeller {
  let startedAtMs: number | null = null
  const end = (): void => {
    if (startedAtMs === null) return
    const tookMs = Math.round(performance.now() - startedAtMs)
    process.stdout.write(timings ? ` (${tookMs} ms)\n` : '\n')
    startedAtMs = null
  }
  return {
    begin(sentence) {
      end()
      startedAtMs = performance.now()
      process.stdout.write(`→ ${sentence}`)
    },
    note: (word) => process.stdout.write(` : ${word}`),
    end,
  }
}
