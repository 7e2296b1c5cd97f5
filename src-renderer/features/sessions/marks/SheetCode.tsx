import { type KeyboardEvent, useState } from 'react'
import type { OutputOf } from '#shared/contract/contract.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from './MarksGrid.module.css'
import { marksWords } from './words.ts'

/** The code printed on a paper sheet leads to its row. */
export function SheetCode({
  sessionId,
  onFound,
}: {
  sessionId: string
  onFound: (place: OutputOf<'session.sheet-of-code'>) => void
}) {
  const { act, refusal } = useAct('session.sheet-of-code')
  const [code, setCode] = useState('')
  const go = async () => {
    if (code.trim() === '') return
    const place = await act({ sessionId, code: code.trim() })
    if (!place.ok) return
    setCode('')
    onFound(place.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void go()
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in the field does what the button does. */}
      <div className={style.codeField} onKeyDown={onKeyDown}>
        <TextField label={marksWords.code} value={code} onType={setCode} onCommit={setCode} maxLength={40} />
        <Button isDisabled={code.trim() === ''} onPress={() => void go()}>
          {marksWords.codeGo}
        </Button>
      </div>
      <RefusalNotice refusal={refusal} />
    </>
  )
}
