import { useState } from 'react'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { HourField } from '../../ui/HourField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { personName } from './personName.ts'
import style from './SessionRoom.module.css'
import { useAgenda } from './useAgenda.ts'
import { words } from './words.ts'

/** Before the session: what the convocation says, then the opening. */
export function Preparation({
  view,
  item,
  hour,
  onOpened,
}: {
  view: SessionView
  item: SessionItemView | undefined
  hour: string
  onOpened: () => void
}) {
  const { session } = view
  const { act, refusal } = useAct('session.change')
  const agenda = useAgenda(session)
  const change = (set: Parameters<typeof act>[0]['set']) => void act({ sessionId: session.id, set })
  const { convocation } = session
  return (
    <>
      {item === undefined ? null : (
        <section className={style.section}>
          <h2>{item.applicant === '' ? item.title : `${item.applicant} – ${item.title}`}</h2>
          <span>
            <Button onPress={() => agenda.write(session.agenda.filter(({ id }) => id !== item.itemId))}>
              {words.removeItem}
            </Button>
          </span>
        </section>
      )}
      <section className={style.section}>
        <h2>{words.preparation}</h2>
        <p className={style.hint}>{words.preparationHint}</p>
        <RefusalNotice refusal={refusal ?? agenda.refusal} />
        <div className={style.pair}>
          <DateField
            label={words.date}
            value={session.date}
            isRequired
            onCommit={(date) => date !== null && change({ date })}
          />
          <TextField label={words.place} value={session.place} onCommit={(place) => change({ place })} />
          <DateField
            label={words.convocationDate}
            value={convocation?.date ?? null}
            onCommit={(date) =>
              change({ convocation: date === null ? null : { date, author: convocation?.author ?? '' } })
            }
          />
          <TextField
            label={words.convocationAuthor}
            value={convocation?.author ?? ''}
            isDisabled={convocation === null}
            onCommit={(author) => convocation !== null && change({ convocation: { ...convocation, author } })}
          />
        </div>
        <Checkbox
          isSelected={session.secondConvocation}
          description={words.secondConvocationHint}
          onChange={(secondConvocation) => change({ secondConvocation })}
        >
          {words.secondConvocation}
        </Checkbox>
      </section>
      <Opening view={view} hour={hour} onOpened={onOpened} />
    </>
  )
}

function Opening({ view, hour, onOpened }: { view: SessionView; hour: string; onOpened: () => void }) {
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
