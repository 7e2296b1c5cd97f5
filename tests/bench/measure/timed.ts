import type { Lap } from './contest.ts'

export interface Timed<T> {
  readonly value: T
  readonly ms: number
  /** Processor time of every thread of this process, in milliseconds. */
  readonly cpuMs: number
}

/** Runs a job once: what it gave, its wall time and the processor time it took. */
export function timed<T>(job: () => T): Timed<T> {
  const stop = startWatch()
  const value = job()
  return { value, ...stop() }
}

export async function timedAsync<T>(job: () => Promise<T>): Promise<Timed<T>> {
  const stop = startWatch()
  const value = await job()
  return { value, ...stop() }
}

/** The lap of jobs timed one by one. */
export const lapOf = (jobs: readonly Omit<Timed<unknown>, 'value'>[], found: unknown): Lap => ({
  samplesMs: jobs.map(({ ms }) => ms),
  cpuMs: jobs.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  found,
})

function startWatch(): () => { readonly ms: number; readonly cpuMs: number } {
  const cpu = process.cpuUsage()
  const start = performance.now()
  return () => {
    const ms = performance.now() - start
    const { user, system } = process.cpuUsage(cpu)
    return { ms, cpuMs: (user + system) / 1000 }
  }
}
