import { describe, expect, test } from 'vitest'
import type { AuditReport } from '#shared/operations/audit/auditReport.ts'
import { audited, exported } from './support/auditing.ts'
import { simulatedMeeting } from './support/simulatedMeeting.ts'

/** A hub of the simulator that died may hold an end of its log that nobody was told: two orders, and no fault. */
describe('the auditor on random meetings', () => {
  test.for([1, 41, 81])(
    '[SY36][I20] every honest log is conforme: 40 seeds from %i',
    { timeout: 120_000 },
    async (first) => {
      const faulty: Record<string, AuditReport['faults']> = {}
      let entries = 0
      let judgedAgain = 0
      for (let seed = first; seed < first + 40; seed++) {
        const { store, subject, cryptography } = await simulatedMeeting(String(seed))
        const report = audited(await exported(store, subject, cryptography), cryptography)
        if (!report.conforme) faulty[seed] = report.faults
        entries += report.checked.entries
        judgedAgain += report.judgedAgain
      }
      expect(faulty).toEqual({})
      // The oracle looked: most of what is accepted is judged again.
      expect(judgedAgain).toBeGreaterThan(entries / 4)
    },
  )
})
