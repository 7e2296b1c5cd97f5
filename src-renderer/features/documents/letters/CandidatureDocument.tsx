import type { InputOf } from '#shared/contract/contract.ts'
import type { CandidatureLine } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PrintButton } from '../pages/PrintButton.tsx'
import style from '../Screen.module.css'
import { Issues } from '../session/Issues.tsx'
import { useSaving } from '../useSaving.ts'
import { words } from '../words.ts'

/** One document of one candidature, once nothing is missing: export, print; and what already left of it. */
export function CandidatureDocument({
  line,
  shown,
  request,
}: {
  line: CandidatureLine
  shown: CandidatureLine['documents'][number]
  request: Omit<InputOf<'document.export'>, 'format' | 'path'>
}) {
  const exporting = useSaving('document.export')
  const name = `${documentNames[shown.document]} ${String(line.number).padStart(4, '0')} ${line.applicant}`
  return (
    <>
      {shown.document === 'agreement' ? <p className={style.hint}>{line.agreement.sentence}</p> : null}
      {shown.missing.length > 0 ? null : (
        <div className={style.buttons}>
          {(['pdf', 'docx'] as const).map((format) => (
            <Button
              key={format}
              variant={format === 'pdf' ? 'primary' : 'plain'}
              isDisabled={exporting.isSaving}
              onPress={() => void exporting.save({ ...request, format }, `${name}.${format}`)}
            >
              {format === 'pdf' ? words.exportPdf : words.exportWord}
            </Button>
          ))}
          <PrintButton request={request} />
        </div>
      )}
      <RefusalNotice refusal={exporting.refusal} />
      {exporting.saved === null ? null : (
        <Notice tone="favourable" isAlert>
          {words.exported(exporting.saved)}
        </Notice>
      )}
      <Issues issues={shown.issues} />
    </>
  )
}
