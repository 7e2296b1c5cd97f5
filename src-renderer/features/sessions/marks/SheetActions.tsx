import { useNavigate } from '@tanstack/react-router'
import { memo, useCallback, useState } from 'react'
import type { OutputOf } from '#shared/contract/contract.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { focusRow } from './focusRow.ts'
import style from './MarksGrid.module.css'
import { RevealMarks } from './RevealMarks.tsx'
import { SheetCode } from './SheetCode.tsx'
import { marksWords } from './words.ts'

/** What is done with the sheets once keyed: filed, revealed, found by the code of the paper. Not drawn again at each mark. */
export const SheetActions = memo(function SheetActions({
  sessionId,
  itemId,
  hour,
  unfiled,
  isSealed,
  isNext,
}: {
  sessionId: string
  itemId: string
  hour: string
  /** Sheets not filed. */
  unfiled: number
  isSealed: boolean
  isNext: boolean
}) {
  const filing = useAct('session.file-sheets')
  const navigate = useNavigate()
  const [filed, setFiled] = useState<OutputOf<'session.file-sheets'> | null>(null)
  const fileSheets = async () => {
    const done = await filing.act({ sessionId, itemId })
    if (!done.ok) return
    setFiled(done.value)
    announce(marksWords.filed(done.value.filed))
  }
  const found = useCallback(
    (place: OutputOf<'session.sheet-of-code'>) => {
      if (place.itemId === itemId) focusRow(place.evaluatorId)
      else
        void navigate({
          to: '/seances/$sessionId',
          params: { sessionId },
          search: { point: place.itemId, fiche: place.evaluatorId },
          replace: true,
        })
    },
    [navigate, sessionId, itemId],
  )
  return (
    <>
      <RefusalNotice refusal={filing.refusal} />
      {filed === null || filed.left.length === 0 ? null : (
        <Notice tone="reserved">
          {marksWords.filed(filed.filed)} {marksWords.leftTitle}
          <ul className={style.lines}>
            {filed.left.map(({ name, reason }) => (
              <li key={name}>
                {name} : {reason}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={style.line}>
        {unfiled === 0 ? null : <Button onPress={() => void fileSheets()}>{marksWords.fileSheets}</Button>}
        {isSealed ? (
          <span {...(isNext && unfiled === 0 ? { 'data-next': true } : {})}>
            <RevealMarks
              sessionId={sessionId}
              itemId={itemId}
              hour={hour}
              missing={unfiled}
              isReady={unfiled === 0}
            />
          </span>
        ) : null}
        <SheetCode sessionId={sessionId} onFound={found} />
      </div>
    </>
  )
})
