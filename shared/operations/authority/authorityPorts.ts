import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import type { JudgePorts } from '../judge/judgePorts.ts'

/** What an authority asks of its host: this room knows no cryptography, and the facts of a closing are of the use cases. */
export type AuthorityPorts = CommitDigest & CommitVerifier & JudgePorts
