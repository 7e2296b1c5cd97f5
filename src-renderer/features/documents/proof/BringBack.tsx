import { useState } from 'react'
import type { ReturnReport } from '#shared/domain/documents/documentBoard.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Screen.module.css'
import { words } from '../words.ts'

/** A signed scan, a signed PDF, a corrected Word: kept beside the document it says it is, or the one given. */
export function BringBack({ issueId }: { issueId: string | null }) {
  const choosing = useAct('file.choose')
  const returning = useAct('document.return')
  const [report, setReport] = useState<ReturnReport | null>(null)
  const bringBack = async () => {
    setReport(null)
    const chosen = await choosing.act({ purpose: 'document', suggestedName: '' })
    if (!chosen.ok || chosen.value.path === null) return
    const done = await returning.act({ path: chosen.value.path, issueId, on: today() })
    if (done.ok) setReport(done.value)
  }
  return (
    <>
      <span>
        <Button
          variant={issueId === null ? 'plain' : 'quiet'}
          isDisabled={returning.isActing}
          onPress={() => void bringBack()}
        >
          {issueId === null ? words.chooseReturn : words.bringBack}
        </Button>
      </span>
      <RefusalNotice refusal={choosing.refusal ?? returning.refusal} />
      {report === null ? null : <Report report={report} />}
    </>
  )
}

function Report({ report: { title, pages, returned, remarks } }: { report: ReturnReport }) {
  const isWhole = returned.differences.length === 0 && (pages === null || pages.missing.length === 0)
  return (
    <Notice tone={isWhole ? 'favourable' : 'check'} isAlert>
      <p>
        <strong>{words.kept(title)}</strong>
      </p>
      {pages === null ? null : <p>{words.pagesRead(pages.read.length, pages.expected)}</p>}
      {returned.signatures.map(({ signer, sentence }) => (
        <p key={`${signer}/${sentence}`}>{sentence}</p>
      ))}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {returned.differences.length === 0 ? null : (
        <>
          <p>{words.differences}</p>
          <ul className={style.items}>
            {returned.differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

/** The day on the clock of this computer, ISO. */
function today(): string {
  const now = new Date()
  const two = (figure: number): string => String(figure).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
