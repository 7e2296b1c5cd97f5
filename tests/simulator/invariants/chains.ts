import type { LoggedCommit } from '../oracles/loggedCommit.ts'

/** [I4] Of each device: sequences without a hole, and never two commits of one sequence that are not a proven fork. */
export function chainsBroken(log: readonly LoggedCommit[]): string | null {
  const known = new Map<string, Map<number, string>>()
  for (const { device, seq, cid, verdict, g } of log) {
    if (verdict === 'forked') continue
    const chain = known.get(device) ?? new Map<number, string>()
    known.set(device, chain)
    const other = chain.get(seq)
    if (other !== undefined && other !== cid)
      return `entry ${g}: two commits ${seq} of ${device} were ordered`
    chain.set(seq, cid)
  }
  for (const [device, chain] of known)
    for (let seq = 1; seq <= chain.size; seq++)
      if (!chain.has(seq)) return `the chain of ${device} lacks its commit ${seq}`
  return null
}
