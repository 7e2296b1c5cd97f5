import { type ReactNode, useState } from 'react'
import type { SessionSummary } from '#shared/contract/answers.ts'
import type { DisclosureMask } from '#shared/domain/documents/documentBoard.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table } from '../../../ui/Table.tsx'
import style from '../Screen.module.css'
import { maskWords, words } from '../words.ts'

/** What a copy for the public would mask: a human reads each mention again before anything leaves. */
export function DisclosureSide({ session, choice }: { session: SessionSummary; choice: ReactNode }) {
  return (
    <div className={style.wide}>
      <div className={style.narrow}>{choice}</div>
      {session.status === 'closed' ? (
        <Review sessionId={session.id} number={session.number ?? session.date} />
      ) : (
        <p className={style.hint}>{words.disclosureEmpty}</p>
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
  const [shown, setShown] = useState<readonly string[]>([])
  const choosing = useAct('file.choose')
  const exporting = useAct('disclosure.export')
  const [folder, setFolder] = useState<string | null>(null)
  const exportBoth = async () => {
    setFolder(null)
    const suggestedName = words.suggestedFolder(words.disclosure, number)
    const chosen = await choosing.act({ purpose: 'folder', suggestedName })
    if (!chosen.ok || chosen.value.path === null) return
    const done = await exporting.act({ sessionId, shown: [...shown], folder: chosen.value.path })
    if (done.ok) setFolder(done.value.folder)
  }
  return (
    <>
      <p className={style.hint}>{masks.length === 0 ? words.disclosureNone : words.disclosureHint}</p>
      {masks.length === 0 ? null : (
        <Table
          caption={words.disclosureHint}
          rows={masks}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'masked',
              header: words.masked,
              width: '8rem',
              cell: ({ id }, index) => (
                <Checkbox
                  isSelected={!shown.includes(id)}
                  onChange={(isMasked) =>
                    setShown((current) =>
                      isMasked ? current.filter((each) => each !== id) : [...current, id],
                    )
                  }
                >
                  {`n° ${index + 1}`}
                </Checkbox>
              ),
            },
            {
              key: 'where',
              header: words.where,
              width: '14rem',
              isRowHeader: true,
              cell: ({ place }) => place,
            },
            {
              key: 'mention',
              header: words.mention,
              cell: ({ text, context }) => (
                <>
                  <strong>{text}</strong>
                  {context === text ? null : <p className={style.hint}>{context}</p>}
                </>
              ),
            },
            {
              key: 'why',
              header: words.why,
              width: '16rem',
              cell: ({ kind, reason }) => (
                <>
                  {maskWords[kind]}
                  <p className={style.hint}>{reason}</p>
                </>
              ),
            },
          ]}
        />
      )}
      <RefusalNotice refusal={choosing.refusal ?? exporting.refusal} />
      {folder === null ? null : (
        <Notice tone="favourable" isAlert>
          {words.disclosureDone(folder)}
        </Notice>
      )}
      <span>
        <Button variant="primary" isDisabled={exporting.isActing} onPress={() => void exportBoth()}>
          {words.disclosureExport}
        </Button>
      </span>
    </>
  )
}
