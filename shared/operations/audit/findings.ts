import type { AuditFault, AuditPlace, AuditRemark, FaultCode, RemarkCode } from './auditReport.ts'
import { mostFaults } from './auditReport.ts'

/** Where the parts of the auditor write what they find. */
export interface Findings {
  fault(fault: FaultCode, place: AuditPlace): void
  remark(remark: RemarkCode, place: AuditPlace): void
}

export interface KeptFindings extends Findings {
  readonly faults: readonly AuditFault[]
  readonly remarks: readonly AuditRemark[]
  faultCount(): number
}

/** Keeps the first ones and counts the rest: a log that is wrong throughout is told in a few pages. */
export function keepFindings(): KeptFindings {
  const faults: AuditFault[] = []
  const remarks: AuditRemark[] = []
  let count = 0
  return {
    faults,
    remarks,
    faultCount: () => count,
    fault(fault, place) {
      count += 1
      if (faults.length < mostFaults) faults.push({ fault, ...place })
    },
    remark(remark, place) {
      if (remarks.length < mostFaults) remarks.push({ remark, ...place })
    },
  }
}
