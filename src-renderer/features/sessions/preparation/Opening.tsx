import { useState } from 'react'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { HourField } from '../../../ui/HourField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { personName } from '../personName.ts'
import style from '../SessionRoom.module.css'
import { words } from '../words.ts'

/** Who presides, who keeps the minutes, from which hour: the act that opens the session. */
export function Opening({ view, hour, onOpened }: { view: SessionView; hour: string; onOpened: () => void }) {
  const { session, members } = view
  const { act, refusal, isActing } = useAct('session.open')
  const present = members.filter(({ id }) => presentIds(session).includes(id))
  const [chosenChair, setChair] = useState<string | null>(null)
  const [chosenSecretary, setSecretary] = useState<string | null>(null)
  const [keyedHour, setHour] = useState<string | null>(null)
  const among = (id: string | null | undefined) => present.find((member) => member.id === id)?.id ?? null
  const chairId = among(chosenChair) ?? present.find(({ role }) => role === 'chair')?.id ?? null
  const secretaryId = among(chosenSecretary) ?? present.find(({ role }) => role === 'secretary')?.id ?? null
  const options = present.map((member) => ({ value: member.id, label: personName(member) }))
  const open = async () => {
    if (chairId === null || secretaryId === null) return
    const opened = await act({ sessionId: session.id, at: keyedHour ?? hour, chairId, secretaryId })
    if (opened.ok) onOpened()
  }
  return (
    <section className={style.section}>
      <h2>{words.opening}</h2>
      <p className={style.hint}>{present.length === 0 ? words.nobodyPresent : words.onlyPresent}</p>
      <RefusalNotice refusal={refusal} />
      <div className={style.pair}>
        <Select label={words.chair} value={chairId} options={options} onChange={setChair} />
        <Select label={words.secretary} value={secretaryId} options={options} onChange={setSecretary} />
        <HourField label={words.openingHour} value={keyedHour ?? hour} onCommit={setHour} />
      </div>
      <span>
        <Button
          variant="primary"
          isDisabled={chairId === null || secretaryId === null || isActing}
          onPress={() => void open()}
        >
          {words.open}
        </Button>
      </span>
    </section>
  )
}
