import { decodeCommitBody, decodeCommitHeader } from '../commitDecode.ts'
import type { ExportedPlace } from './auditLines.ts'

/** What must be known of a log before its first line is written: what it was given, and what was there before. */
export interface SeenLog {
  readonly devices: ReadonlySet<string>
  readonly mandates: ReadonlySet<string>
  readonly endedMandates: ReadonlySet<string>
  /** Where the chain of each device begins in this log: its first commit, and the one that this names. */
  readonly firsts: ReadonlyMap<string, { readonly seq: number; readonly prev: string | null }>
}

/** Walks a log once; keeps the devices and the mandates. */
export async function lookThrough(places: AsyncIterable<ExportedPlace>): Promise<SeenLog> {
  const seen = {
    devices: new Set<string>(),
    mandates: new Set<string>(),
    endedMandates: new Set<string>(),
    firsts: new Map<string, { seq: number; prev: string | null }>(),
  }
  for await (const { entry, commit } of places) {
    const header = commit && decodeCommitHeader(commit.header)
    if (commit === null || header === null || !header.ok) continue
    const { dev, seq, prev, scope } = header.value
    const first = seen.firsts.get(dev)
    // A proof of a fork is in no chain.
    if ((first === undefined || seq < first.seq) && entry.verdict !== 'forked')
      seen.firsts.set(dev, { seq, prev })
    if (scope !== 'control' || entry.verdict !== 'ok' || commit.body.length === 0) continue
    const body = decodeCommitBody(commit.body)
    for (const { k, e } of body.ok ? body.value.ops : []) {
      const id = e.slice(e.indexOf('/') + 1)
      if (k === 'device.enrol@1') seen.devices.add(id)
      if (k === 'mandate.give@1') seen.mandates.add(id)
      if (k === 'mandate.end@1') seen.endedMandates.add(id)
    }
  }
  return seen
}
