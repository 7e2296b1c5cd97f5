import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'
import type { CheckedCommit } from './checkCommit.ts'
import type { Findings } from './findings.ts'
import { type PackedDigests, packedDigests } from './packedDigests.ts'

/** What a commit is in the chain of its device. */
export type PlaceInChain =
  /** Met for the first time. */
  | 'new'
  /** Met already: an entry decided of it before. */
  | 'known'
  /** Another commit stands at its place, or it goes on from another one. */
  | 'beside'

export interface ChainsCheck {
  begins(dev: string, seq: number, id: string): void
  commit(commit: CheckedCommit, verdict: string, g: number): PlaceInChain
  /** `mayLack`: what is not there may be what nobody showed. */
  end(mayLack: boolean): void
}

/**
 * [SY7] Each device wrote one chain: from where it began before this log, without a gap, each commit naming the one before.
 * An authority may order what it received later than it was written (a lease, a room), so that a chain is put together
 * from pieces; what is left apart at the end has a hole before it.
 */
export function checkChains(findings: Findings): ChainsCheck {
  const chains = new Map<string, Chain>()
  const chainOf = (dev: string): Chain => {
    const chain = chains.get(dev) ?? newChain()
    chains.set(dev, chain)
    return chain
  }
  const proven = (dev: string, chain: Chain, seq: number): void => {
    if (!chain.isForkProven) findings.remark('fork-proven', { dev, seq })
    chain.isForkProven = true
  }
  return {
    begins(dev, seq, id) {
      const chain = chainOf(dev)
      chain.before = seq
      chain.first = id
      if (seq > 0) findings.remark('chain-from-before', { dev, seq })
    },
    commit({ header: { dev, seq, prev }, id, cid }, verdict, g) {
      const chain = chainOf(dev)
      const known = idAt(chain, seq)
      if (known !== null && base64UrlEncode(known) === cid) return 'known'
      const apart = chain.apart.get(seq)
      if (apart?.cid === cid) return 'known'
      const head = chain.before + chain.ids.length()
      const isForked = verdict === 'forked'
      if (isForked) chain.forkedAt ??= g
      if (seq === head + 1 && prev === headId(chain)) {
        chain.ids.push(id)
        // The commit beside which it is a fork may be ordered later.
        if (isForked) chain.inVain.add(seq)
        joinApart(chain)
        return 'new'
      }
      if (!isForked && chain.inVain.delete(seq)) {
        chain.ids.set(seq - chain.before - 1, id)
        proven(dev, chain, seq)
        return 'new'
      }
      const stands = known !== null || apart !== undefined
      const isOnFork = prev !== null && chain.forks.has(prev)
      if (isForked && (stands || seq === head + 1 || isOnFork)) {
        proven(dev, chain, seq)
        chain.forks.add(cid)
        return 'beside'
      }
      if (stands) {
        findings.fault('fork-accepted', { g, cid, dev, seq })
        return 'beside'
      }
      if (seq === head + 1) {
        findings.fault('chain-broken', { g, cid, dev, seq })
        chain.ids.push(id)
        joinApart(chain)
        return 'new'
      }
      chain.apart.set(seq, { cid, prev, g })
      return 'new'
    },
    end(mayLack) {
      for (const [dev, chain] of chains) {
        if (chain.forkedAt !== null && !chain.isForkProven && !mayLack)
          findings.fault('fork-unproven', { g: chain.forkedAt, dev })
        let reached = chain.before + chain.ids.length()
        let id = headId(chain)
        for (const [seq, { cid, prev, g }] of [...chain.apart].sort(([one], [other]) => one - other)) {
          if (seq === reached + 1 ? prev !== id : seq <= reached)
            findings.fault('chain-broken', { g, cid, dev, seq })
          else if (seq > reached + 1 && !mayLack) findings.fault('chain-gap', { g, cid, dev, seq })
          reached = seq
          id = cid
        }
      }
    },
  }
}

interface Chain {
  /** Commits that lie before this log. */
  before: number
  /** Identifier of the last of them; null when there is none. */
  first: string | null
  /** Identifiers from the first of this log on, without a gap. */
  readonly ids: PackedDigests
  /** Met before what they follow, by sequence. */
  readonly apart: Map<number, { readonly cid: string; readonly prev: string | null; readonly g: number }>
  /** Sequences of what follows in the chain and was refused as of a forked device. */
  readonly inVain: Set<number>
  /** Identifiers of what stands beside the chain: what goes on from one of them is of the fork too. */
  readonly forks: Set<string>
  /** First entry that says that the device forked. */
  forkedAt: number | null
  isForkProven: boolean
}

const newChain = (): Chain => ({
  before: 0,
  first: null,
  ids: packedDigests(),
  apart: new Map(),
  inVain: new Set(),
  forks: new Set(),
  forkedAt: null,
  isForkProven: false,
})

const idAt = ({ before, ids }: Chain, seq: number): Uint8Array | null => ids.at(seq - before - 1)

function headId({ ids, first }: Chain): string | null {
  const last = ids.at(ids.length() - 1)
  return last === null ? first : base64UrlEncode(last)
}

/** What was met early and follows now. */
function joinApart(chain: Chain): void {
  for (;;) {
    const seq = chain.before + chain.ids.length() + 1
    const next = chain.apart.get(seq)
    if (next === undefined || next.prev !== headId(chain)) return
    chain.apart.delete(seq)
    chain.ids.push(base64UrlDecode(next.cid) ?? new Uint8Array(32))
  }
}
