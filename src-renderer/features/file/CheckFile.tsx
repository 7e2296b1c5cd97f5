import { useState } from 'react'
import type { DoctorVerdict } from '#shared/contract/answers.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import style from './File.module.css'
import { words } from './words.ts'

/** Tampering shows (P8): « conforme », or the first broken thing. */
export function CheckFile() {
  const { act, isActing, refusal } = useAct('file.doctor')
  const [verdict, setVerdict] = useState<DoctorVerdict | null>(null)
  const check = async () => {
    setVerdict(null)
    const checked = await act({})
    if (checked.ok) setVerdict(checked.value)
  }
  return (
    <section className={style.section}>
      <h2>{words.check}</h2>
      <p className={style.hint}>{words.checkWords}</p>
      <div>
        <Button isDisabled={isActing} onPress={() => void check()}>
          {words.runCheck}
        </Button>
      </div>
      {isActing ? <Spinner>{words.checking}</Spinner> : null}
      <RefusalNotice refusal={refusal} />
      {verdict === null ? null : (
        <Notice tone={verdict.sound ? 'favourable' : 'unfavourable'} isAlert>
          {verdict.verdict}
        </Notice>
      )}
    </section>
  )
}
