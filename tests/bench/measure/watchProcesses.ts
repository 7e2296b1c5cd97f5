import { readdirSync, readFileSync } from 'node:fs'

/** What a process and those it started use, looked at every 50 ms; NaN where there is no /proc. */
export function watchProcesses(pid: number): {
  stop(): { readonly cpuMs: number; readonly peakMb: number }
} {
  const cpuMs = new Map<number, number>()
  const peakKb = new Map<number, number>()
  const look = () => {
    for (const each of [pid, ...startedBy(pid)]) {
      const status = read(`/proc/${each}/status`)
      const times = timesOf(each)
      if (times.length < 13) continue
      // Some systems keep no peak: what stands there now is as good as the looks are frequent.
      const residentKb = [...status.matchAll(/Vm(?:HWM|RSS):\s*(\d+)/gu)].map(([, kb]) => Number(kb))
      peakKb.set(each, Math.max(peakKb.get(each) ?? 0, ...residentKb))
      // Ticks of a hundredth of a second, in user and in system mode.
      cpuMs.set(each, 10 * (Number(times[11]) + Number(times[12])))
    }
  }
  look()
  const timer = setInterval(look, 50)
  return {
    stop: () => {
      clearInterval(timer)
      const isKnown = peakKb.size > 0
      return {
        cpuMs: isKnown ? sum(cpuMs.values()) : Number.NaN,
        peakMb: isKnown ? Math.max(...peakKb.values()) / 1024 : Number.NaN,
      }
    },
  }
}

/** Read from the parents that processes name: a thread may have started one. */
function startedBy(pid: number): readonly number[] {
  const children = Map.groupBy(runningProcesses(), ({ parent }) => parent)
  const under = (id: number): readonly number[] =>
    (children.get(id) ?? []).flatMap((child) => [child.pid, ...under(child.pid)])
  return under(pid)
}

const runningProcesses = (): readonly { readonly pid: number; readonly parent: number }[] =>
  entriesOf('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => ({ pid: Number(name), parent: Number(timesOf(Number(name))[1]) }))

/** The fields of `/proc/<pid>/stat` after the name: state, parent, … */
const timesOf = (pid: number): readonly string[] =>
  read(`/proc/${pid}/stat`)
    .replace(/^.*\) /su, '')
    .split(' ')

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
