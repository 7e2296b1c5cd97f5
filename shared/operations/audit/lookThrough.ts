import { base64UrlEncode } from '../commitBase64Url.ts'
import { decodeCommitBody, decodeCommitHeader } from '../commitDecode.ts'
import type { ExportedPlace } from './auditLines.ts'

/** What must be known of a log before its first line is written: what it was given, what was there before, what lacks. */
export interface SeenLog {
  readonly devices: ReadonlySet<string>
  readonly mandates: ReadonlySet<string>
  readonly endedMandates: ReadonlySet<string>
  /** Devices that an entry revoked, or that forked in it. */
  readonly stopped: ReadonlySet<string>
  /** Where the chain of each device begins in this log: its first commit, and the one that this names. */
  readonly firsts: ReadonlyMap<string, { readonly seq: number; readonly prev: string | null }>
  /** Every device that signed something of it. */
  readonly authors: ReadonlySet<string>
  /** Digest that its first entry declares [SY61]; null when it declares none. */
  readonly declared: string | null
  /** Each commit is there, and each body that no accepted erasure names. */
  readonly isWhole: boolean
}

/** Walks a log once; keeps the devices, the mandates and what was erased. */
export async function lookThrough(places: AsyncIterable<ExportedPlace>): Promise<SeenLog> {
  const devices = new Set<string>()
  const mandates = new Set<string>()
  const endedMandates = new Set<string>()
  const stopped = new Set<string>()
  const authors = new Set<string>()
  const firsts = new Map<string, { seq: number; prev: string | null }>()
  const lacking = new Set<string>()
  const erased = new Set<string>()
  let declared: string | null = null
  let hasAll = true
  for await (const { entry, commit } of places) {
    const header = commit && decodeCommitHeader(commit.header)
    if (commit === null || header === null || !header.ok) {
      hasAll = false
      continue
    }
    const { dev, seq, prev, scope } = header.value
    authors.add(dev)
    const first = firsts.get(dev)
    // A proof of a fork is in no chain.
    if (entry.verdict === 'forked') stopped.add(dev)
    else if (first === undefined || seq < first.seq) firsts.set(dev, { seq, prev })
    if (commit.body.length === 0) lacking.add(base64UrlEncode(commit.id))
    if (scope !== 'control' || entry.verdict !== 'ok' || commit.body.length === 0) continue
    const body = decodeCommitBody(commit.body)
    for (const { k, e, d } of body.ok ? body.value.ops : []) {
      const id = e.slice(e.indexOf('/') + 1)
      const { digest, commits } = (d ?? {}) as { readonly digest?: unknown; readonly commits?: unknown }
      if (k === 'device.enrol@1') devices.add(id)
      if (k === 'device.revoke@1') stopped.add(id)
      if (k === 'device.found@1' && typeof digest === 'string') declared = digest
      if (k === 'mandate.give@1') mandates.add(id)
      if (k === 'mandate.end@1') endedMandates.add(id)
      if (k === 'erasure.order@1' && Array.isArray(commits))
        for (const cid of commits) erased.add(String(cid))
    }
  }
  const isWhole = hasAll && [...lacking].every((cid) => erased.has(cid))
  return { devices, mandates, endedMandates, stopped, firsts, authors, declared, isWhole }
}

/** Of a log without an entry. */
export const nothingSeen: SeenLog = {
  devices: new Set(),
  mandates: new Set(),
  endedMandates: new Set(),
  stopped: new Set(),
  firsts: new Map(),
  authors: new Set(),
  declared: null,
  isWhole: true,
}
