import { useState } from 'react'
import type { SessionSummary } from '#shared/contract/answers.ts'
import type { DisclosureMask } from '#shared/domain/documents/documentBoard.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyPlace } from '../../../ui/EmptyPlace.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Screen.module.css'
import { words } from '../words.ts'
import { MaskTable } from './MaskTable.tsx'
import { useLifted } from './useLifted.ts'

/** What a copy for the public would mask: a human reads each mention again before anything leaves. */
export function DisclosureSide({ session }: { session: SessionSummary }) {
  return (
    <div className={style.wide}>
      {session.status === 'closed' ? (
        <Review sessionId={session.id} number={session.number ?? session.date} />
      ) : (
        <EmptyPlace
          title={words.disclosureEmptyTitle}
          action={
            <LinkButton to={`/seances/${session.id}`} variant="primary">
              {words.fillSession}
            </LinkButton>
          }
        >
          {words.disclosureEmpty}
        </EmptyPlace>
      )}
    </div>
  )
}

function Review({ sessionId, number }: { sessionId: string; number: string }) {
  const read = useRead('disclosure.preview', { sessionId })
  return (
    <Reading read={read}>
      {({ masks }) => <Masks sessionId={sessionId} number={number} masks={masks} />}
    </Reading>
  )
}

function Masks({
  sessionId,
  number,
  masks,
}: {
  sessionId: string
  number: string
  masks: readonly DisclosureMask[]
}) {
  const [kept, lift] = useLifted(sessionId)
  const known = new Set(masks.map(({ id }) => id))
  const lifted = kept.filter((id) => known.has(id))
  const choosing = useAct('file.choose')
  const exporting = useAct('disclosure.export')
  const [done, setDone] = useState<{ folder: string; files: readonly string[] } | null>(null)
  const exportBoth = async () => {
    setDone(null)
    const suggestedName = words.suggestedFolder(words.disclosure, number)
    const chosen = await choosing.act({ purpose: 'folder', suggestedName })
    if (!chosen.ok || chosen.value.path === null) return
    const exported = await exporting.act({ sessionId, shown: lifted, folder: chosen.value.path })
    if (exported.ok) setDone(exported.value)
  }
  return (
    <>
      <div className={style.heading}>
        <p className={style.hint}>{masks.length === 0 ? words.disclosureNone : words.disclosureHint}</p>
        <div className={style.buttons}>
          <LinkButton
            to="/documents"
            search={{ session: sessionId, view: 'seance', document: 'minutes', reading: 'communicable' }}
            variant="quiet"
          >
            {words.disclosureRead}
          </LinkButton>
          <Button variant="primary" isDisabled={exporting.isActing} onPress={() => void exportBoth()}>
            {words.disclosureExport}
          </Button>
        </div>
      </div>
      <RefusalNotice refusal={choosing.refusal ?? exporting.refusal} />
      {done === null ? null : (
        <Notice tone="favourable" isAlert>
          <p>{words.disclosureDone(done.folder)}</p>
          <ul className={style.items}>
            {done.files.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </Notice>
      )}
      {masks.length === 0 ? null : (
        <>
          <p role="status">
            {words.maskedCount(masks.length - lifted.length)}
            {lifted.length === 0 ? null : <strong> {words.liftedCount(lifted.length)}</strong>}
          </p>
          <MaskTable masks={masks} lifted={lifted} onLift={lift} />
        </>
      )}
    </>
  )
}
