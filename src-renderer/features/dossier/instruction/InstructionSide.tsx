import type { InstructionView } from '#shared/domain/instruction/instructionView.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Dossier.module.css'
import { AgreementFields } from './AgreementFields.tsx'
import { AwardFields } from './AwardFields.tsx'
import { CorrespondentFields } from './CorrespondentFields.tsx'
import { DossierDocuments } from './DossierDocuments.tsx'
import { ReceiptFields } from './ReceiptFields.tsx'
import { ReportFields } from './ReportFields.tsx'
import { useInstructionChanges } from './useInstructionChanges.ts'
import { words } from './words.ts'

/** What the service did with the candidature, what it must not forget, and the documents that follow. */
export function InstructionSide({ candidatureId }: { candidatureId: string }) {
  const view = useRead('instruction.get', { candidatureId })
  return <Reading read={view}>{(found) => <Sides view={found} />}</Reading>
}

function Sides({ view }: { view: InstructionView }) {
  const { instruction, reminders } = view
  const changes = useInstructionChanges(instruction)
  return (
    <>
      <RefusalNotice refusal={changes.refusal} />
      <div className={style.columns}>
        <div className={style.column}>
          <ReportFields instruction={instruction} changes={changes} />
          <AwardFields award={instruction.award} changes={changes} />
        </div>
        <div className={style.column}>
          <DossierDocuments candidatureId={instruction.candidatureId} />
          <ReceiptFields view={view} changes={changes} />
          <CorrespondentFields correspondent={instruction.correspondent} changes={changes} />
          <AgreementFields view={view} changes={changes} />
          {reminders.length === 0 ? null : (
            <Notice tone="info">
              <strong>{words.reminders}</strong>
              <ul>
                {reminders.map((reminder) => (
                  <li key={reminder}>{reminder}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
      </div>
    </>
  )
}
