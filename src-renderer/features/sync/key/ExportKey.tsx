import { useState } from 'react'
import type { InputOf, OutputOf } from '#shared/contract/contract.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { nameOfPath } from '../../../sharing/nameOfPath.ts'
import { useChosenFile } from '../../../sharing/useChosenFile.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import style from '../Sync.module.css'
import { formatSize } from './formatSize.ts'
import { words } from './words.ts'

type Recipients = OutputOf<'bundle.recipients'>

/** Who it is for, then where it is written. */
export function ExportKey({ hasRoom }: { hasRoom: boolean }) {
  const recipients = useRead('bundle.recipients', {})
  return (
    <section className={style.section}>
      <h2>{words.exportTitle}</h2>
      <Reading read={recipients}>
        {(list) =>
          list.length === 0 && !hasRoom ? (
            <p className={style.hint}>{words.noRecipient}</p>
          ) : (
            <ExportFields recipients={list} hasRoom={hasRoom} />
          )
        }
      </Reading>
    </section>
  )
}

const toRoom = 'room'

function ExportFields({ recipients, hasRoom }: { recipients: Recipients; hasRoom: boolean }) {
  const [to, setTo] = useState<string | null>(hasRoom ? toRoom : (recipients[0]?.deviceId ?? null))
  const { choose, refusal: notChosen } = useChosenFile('document')
  const { act, isActing, refusal } = useAct('bundle.export')
  const [written, setWritten] = useState<string | null>(null)
  const options = [
    ...(hasRoom ? [{ value: toRoom, label: words.toRoom }] : []),
    ...recipients.map(({ deviceId, name }) => ({ value: deviceId, label: name })),
  ]
  const write = async () => {
    const chosen = options.find(({ value }) => value === to)
    if (chosen === undefined) return
    setWritten(null)
    const path = await choose(words.fileName(plainName(chosen.label)))
    if (path === null) return
    const recipient: InputOf<'bundle.export'>['to'] =
      chosen.value === toRoom ? { kind: 'room' } : { kind: 'device', deviceId: chosen.value }
    const done = await act({ path, to: recipient })
    if (done.ok) setWritten(words.exported(nameOfPath(done.value.path), formatSize(done.value.sizeBytes)))
  }
  return (
    <>
      <Select
        label={words.to}
        description={to === toRoom ? words.toRoomHint : words.exportHint}
        value={to}
        options={options}
        onChange={setTo}
      />
      <RefusalNotice refusal={notChosen ?? refusal} />
      {isActing ? <Spinner>{words.exporting}</Spinner> : null}
      <div role="status">{written === null ? null : <Notice tone="favourable">{written}</Notice>}</div>
      <div>
        <Button variant="primary" isDisabled={isActing || to === null} onPress={() => void write()}>
          {words.export}
        </Button>
      </div>
    </>
  )
}

/** Without what a file system refuses. */
const plainName = (name: string): string =>
  name
    .replace(/[<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
