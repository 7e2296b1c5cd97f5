import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { SyncWatch } from '../gate/syncWatch.ts'

/** Figures of synchronisation (SV16): kinds, counts and durations, nobody and no scope. */
export function syncMetrics(registry: Registry): SyncWatch {
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `delibere_sync_${name}`, help, labelNames: [...labelNames], registers })
  const channels = new Gauge({
    name: 'delibere_sync_channels',
    help: 'Synchronisation channels that are open in this process.',
    registers,
  })
  const entries = counter('entries_total', 'Commits ordered by this process, by verdict.', ['verdict'])
  const turnedAway = counter('turned_away_total', 'Channels that were not opened, by code.', ['code'])
  const incidents = counter('incidents_total', 'Differences that a human must see, by kind.', ['kind'])
  const otherHistories = counter(
    'other_histories_total',
    'Devices that had seen another log than this one.',
    [],
  )
  const epoch = new Gauge({
    name: 'delibere_sync_restore_counter',
    help: 'Last restore counter that a device made this log take.',
    registers,
  })
  const misbehaved = counter('misbehaved_total', 'Channels shut because a peer broke the rules.', [])
  const returned = counter('rooms_returned_total', 'Rooms brought back, voided ones apart.', ['voided'])
  const writes = new Histogram({
    name: 'delibere_sync_write_seconds',
    help: 'Time until a group of commits is ordered and durable.',
    buckets: [0.002, 0.01, 0.05, 0.2, 1, 5],
    registers,
  })
  const copies = new Histogram({
    name: 'delibere_sync_first_copy_seconds',
    help: 'Time to make a first copy.',
    buckets: [0.1, 1, 5, 20, 60],
    registers,
  })
  const copyBytes = counter('first_copy_bytes_total', 'Bytes of the first copies that were made.', [])
  return {
    channels: (change) => channels.inc(change),
    turnedAway: (code) => turnedAway.inc({ code }),
    entry: (verdict) => entries.inc({ verdict }),
    wrote: (seconds) => writes.observe(seconds),
    incident: (kind) => incidents.inc({ kind }),
    otherHistory: () => otherHistories.inc(),
    restored: (to) => epoch.set(to),
    misbehaved: () => misbehaved.inc(),
    returned: (voided) => returned.inc({ voided: String(voided) }),
    firstCopy(_chunks, sizeBytes, seconds) {
      copies.observe(seconds)
      copyBytes.inc(sizeBytes)
    },
  }
}
