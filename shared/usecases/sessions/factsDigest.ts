import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { JudgePorts } from '#shared/operations/judge/judgePorts.ts'
import type { Digest } from '../ports.ts'
import { readOnce } from '../readOnce.ts'
import { rowsReader } from '../rowsReader.ts'
import { factsOfClosing } from './factsOfClosing.ts'

/** [SY13, UC29] What every authority is given to build, from its own rows, the digest of what a closing freezes. */
export const factsDigest =
  (digest: Digest): JudgePorts['factsDigest'] =>
  (rows, sessionId, closing) => {
    const facts = factsOfClosing(readOnce(rowsReader(rows)), digest, sessionId, closing)
    return facts.ok ? digest.sha256Hex(canonicalJson(facts.value as unknown as Json)) : null
  }
