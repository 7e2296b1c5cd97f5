import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import type { CommitteeFile, UseCaseContext } from '#shared/usecases/ports.ts'
import { secretary, tickingClock } from '#tests/sqlite/committeeOnDisk.ts'

/** What use cases are given, on an open file, with a clock of the bench. */
export const benchContext = (file: CommitteeFile): UseCaseContext => ({
  file,
  actor: secretary,
  clock: tickingClock(),
  randomness: nodeCrypto,
  digest: {
    sha256Hex: (content) => Buffer.from(nodeCrypto.sha256(Buffer.from(content))).toString('hex'),
  },
})
