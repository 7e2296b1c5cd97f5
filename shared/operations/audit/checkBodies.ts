import type { AuditedEntry } from './auditLine.ts'
import type { CheckedCommit } from './checkCommit.ts'
import type { Findings } from './findings.ts'

export interface BodiesCheck {
  commit(commit: CheckedCommit, entry: AuditedEntry): void
  /** `mayLack`: a body may not have been for whoever made the export. */
  end(mayLack: boolean): { readonly erased: number; readonly unseenBodies: number }
}

/** [SY28] A body lacks only because an accepted erasure names its commit. */
export function checkBodies(findings: Findings): BodiesCheck {
  const lacking = new Map<string, { readonly g: number; readonly dev: string; readonly seq: number }>()
  const ordered = new Set<string>()
  return {
    commit({ cid, hasBody, ops, header: { dev, seq } }, { g, verdict }) {
      if (!hasBody) lacking.set(cid, { g, dev, seq })
      if (verdict !== 'ok') return
      for (const { k, d } of ops ?? [])
        if (k === 'erasure.order@1' && Array.isArray(d.commits))
          for (const each of d.commits) ordered.add(each)
    },
    end(mayLack) {
      let erased = 0
      for (const [cid, place] of lacking) {
        if (ordered.has(cid)) erased += 1
        else if (!mayLack) findings.fault('body-missing', { cid, ...place })
      }
      return { erased, unseenBodies: lacking.size - erased }
    },
  }
}
