import { cpus, loadavg, totalmem } from 'node:os'

/** What the figures were taken on, without naming the machine. */
export function machineInWords(): string {
  const [core] = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${core?.model.trim() ?? 'unknown processor'}, ${gigabytes} GB, Node ${process.versions.node}, ${process.platform}; load ${loadavg()[0]?.toFixed(1)}`
}
