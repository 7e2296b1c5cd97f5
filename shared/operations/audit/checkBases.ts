import type { CheckedCommit } from './checkCommit.ts'
import type { ReceiptsCheck } from './checkReceipts.ts'
import type { Findings } from './findings.ts'

export interface BasesCheck {
  commit(commit: CheckedCommit, g: number): void
  end(): void
}

/**
 * [SY15, SY17] Every author is a witness: what it says it had seen of the log was there. Under an earlier epoch it may have
 * seen a part that a restoration lost.
 * @param from place after which the export begins: what was seen before it is not here.
 */
export function checkBases(
  log: string,
  from: number,
  receipts: ReceiptsCheck,
  findings: Findings,
): BasesCheck {
  const apart: { readonly g: number; readonly cid: string; readonly dev: string; readonly epoch: number }[] =
    []
  return {
    commit({ cid, header: { dev, follow, base } }, g) {
      if (follow === null || base === null || follow.log !== log || base.g < from) return
      if (base.g >= g || receipts.receiptAt(base.g) !== base.r)
        apart.push({ g, cid, dev, epoch: follow.epoch })
    },
    end() {
      for (const { epoch, ...place } of apart)
        if (epoch < receipts.lastEpoch()) findings.remark('lost-history', place)
        else findings.fault('base-not-a-prefix', place)
    },
  }
}
