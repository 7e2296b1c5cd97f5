import { useState } from 'react'
import type { BundleImported, BundleLook } from '#shared/contract/syncAnswers.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useChosenFile } from '../../../sharing/useChosenFile.ts'
import { Button } from '../../../ui/Button.tsx'
import { DateText } from '../../../ui/DateText.tsx'
import { FieldList } from '../../../ui/FieldList.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import style from '../Sync.module.css'
import { formatSize } from './formatSize.ts'
import { words } from './words.ts'

/** Choose, look at what it is, take it. */
export function ImportKey() {
  const { choose, refusal: notChosen } = useChosenFile('bundle')
  const look = useAct('bundle.look')
  const take = useAct('bundle.import')
  const [found, setFound] = useState<{ path: string; look: BundleLook } | null>(null)
  const [imported, setImported] = useState<BundleImported | null>(null)
  const open = async () => {
    setFound(null)
    setImported(null)
    take.forget()
    const path = await choose()
    if (path === null) return
    const seen = await look.act({ path })
    if (seen.ok) setFound({ path, look: seen.value })
  }
  const bring = async (path: string) => {
    const done = await take.act({ path })
    if (!done.ok) return
    setFound(null)
    setImported(done.value)
  }
  return (
    <section className={style.section}>
      <h2>{words.importTitle}</h2>
      <p className={style.hint}>{words.importHint}</p>
      <RefusalNotice refusal={notChosen ?? look.refusal ?? take.refusal} />
      {found === null ? null : <Found look={found.look} />}
      {take.isActing ? <Spinner>{words.importing}</Spinner> : null}
      <div role="status">{imported === null ? null : <Imported imported={imported} />}</div>
      <div className={style.buttons}>
        {found?.look.isForThisLaptop ? (
          <>
            <Button variant="primary" isDisabled={take.isActing} onPress={() => void bring(found.path)}>
              {words.import}
            </Button>
            <Button variant="quiet" isDisabled={take.isActing} onPress={() => setFound(null)}>
              {words.giveUp}
            </Button>
          </>
        ) : (
          <Button isDisabled={look.isActing} onPress={() => void open()}>
            {words.choose}
          </Button>
        )}
      </div>
    </section>
  )
}

function Found({ look }: { look: BundleLook }) {
  return (
    <>
      <FieldList
        items={[
          { name: words.from, value: look.exportedBy },
          { name: words.made, value: <DateText iso={look.at} /> },
          { name: words.size, value: formatSize(look.sizeBytes) },
          { name: words.recipient, value: look.isForThisLaptop ? words.forThis : words.notForThis },
        ]}
      />
      {look.isForThisLaptop ? null : <Notice tone="reserved">{words.notForThisWords}</Notice>}
    </>
  )
}

function Imported({ imported: { taken, known, attachments, waiting } }: { imported: BundleImported }) {
  return (
    <Notice tone="favourable">
      <p>{words.taken(taken)}</p>
      {known === 0 ? null : <p>{words.known(known)}</p>}
      {attachments === 0 ? null : <p>{words.attachments(attachments)}</p>}
      {waiting === 0 ? null : <p>{words.waiting(waiting)}</p>}
    </Notice>
  )
}
