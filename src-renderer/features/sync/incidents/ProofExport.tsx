import { useState } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { nameOfPath } from '../../../sharing/nameOfPath.ts'
import { useChosenFile } from '../../../sharing/useChosenFile.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Sync.module.css'
import { words } from './words.ts'

/** The signed log, for whoever must check without trusting us. */
export function ProofExport() {
  const { choose, refusal: notChosen } = useChosenFile('document')
  const { act, isActing, refusal } = useAct('sync.audit-export')
  const [written, setWritten] = useState<{ readonly name: string; readonly isPart: boolean } | null>(null)
  const write = async () => {
    setWritten(null)
    const path = await choose(words.fileName)
    if (path === null) return
    const done = await act({ path })
    if (done.ok) setWritten({ name: nameOfPath(done.value.path), isPart: done.value.reader === 'part' })
  }
  return (
    <section className={style.section}>
      <h2>{words.proofTitle}</h2>
      <p className={style.hint}>{words.proof}</p>
      <p className={style.hint}>{words.proofWarning}</p>
      <RefusalNotice refusal={notChosen ?? refusal} />
      <div role="status">
        {written === null ? null : (
          <Notice tone={written.isPart ? 'info' : 'favourable'}>
            {written.isPart ? words.exportedPart(written.name) : words.exported(written.name)}
          </Notice>
        )}
      </div>
      <div>
        <Button isDisabled={isActing} onPress={() => void write()}>
          {words.export}
        </Button>
      </div>
    </section>
  )
}
