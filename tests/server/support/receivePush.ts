import type { AuthorityPorts } from '#shared/operations/authority/authorityPorts.ts'
import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { receiving } from '#shared/operations/authority/receiveCommit.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import type { AuthorityStore } from '#shared/operations/exchange/exchangePorts.ts'

/** The commits of one push, in their order, received together. */
export const receivePush = (
  store: AuthorityStore,
  commits: readonly SignedCommit[],
  ports: AuthorityPorts,
  nowMs: number,
): Promise<readonly (readonly AuthorityOutput[])[]> =>
  store.write(commits.map((commit) => receiving(commit, { via: null, now: nowMs }, ports)))
