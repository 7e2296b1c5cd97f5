import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { Button } from '../../../ui/Button.tsx'
import { HourField } from '../../../ui/HourField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { personName } from '../personName.ts'
import style from '../SessionRoom.module.css'
import { useAgenda } from '../useAgenda.ts'
import { words } from './words.ts'

/** One point before the session: who reports, how long, with which theme, and who is awaited. */
export function ItemSettings({ view, item }: { view: SessionView; item: SessionItemView }) {
  const { session } = view
  const agenda = useAgenda(session)
  const entry = session.agenda.find(({ id }) => id === item.itemId)
  if (entry === undefined) return null
  const set = (changes: Partial<AgendaItem>) =>
    agenda.write(session.agenda.map((each) => (each.id === entry.id ? { ...each, ...changes } : each)))
  const people = [
    { value: '', label: words.nobody },
    ...view.members.map((member) => ({ value: member.id, label: personName(member) })),
  ]
  return (
    <section className={style.section} aria-label={words.point}>
      <h2>
        {entry.title} <Tag tone="info">{words.kinds[entry.kind]}</Tag>
      </h2>
      <RefusalNotice refusal={agenda.refusal} />
      <TextField
        label={words.title}
        value={entry.title}
        maxLength={500}
        onCommit={(title) => title.trim() !== '' && set({ title: title.trim() })}
      />
      <div className={style.pair}>
        <Select
          label={words.rapporteur}
          value={entry.rapporteurId ?? ''}
          options={people}
          onChange={(id) => set({ rapporteurId: id === '' ? null : id })}
        />
        <NumberField
          label={words.minutes}
          unit={words.minutesUnit}
          value={entry.plannedMinutes}
          minimum={1}
          maximum={600}
          onCommit={(plannedMinutes) => set({ plannedMinutes })}
        />
        <TextField
          label={words.theme}
          description={words.themeHint}
          value={entry.theme}
          maxLength={500}
          onCommit={(theme) => set({ theme: theme.trim() })}
        />
        <HourField
          label={words.slotHour}
          value={entry.slot?.at ?? null}
          onCommit={(at) => set({ slot: at === null ? null : { at, guest: entry.slot?.guest ?? '' } })}
        />
        {entry.slot === null ? null : (
          <TextField
            label={words.guest}
            value={entry.slot.guest}
            maxLength={500}
            onCommit={(guest) => entry.slot && set({ slot: { ...entry.slot, guest } })}
          />
        )}
        {entry.kind === 'hearing' ? (
          <Select
            label={words.questioner}
            value={entry.questionerId ?? ''}
            options={people}
            onChange={(id) => set({ questionerId: id === '' ? null : id })}
          />
        ) : null}
      </div>
      <span>
        <Button onPress={() => agenda.write(session.agenda.filter(({ id }) => id !== entry.id))}>
          {words.remove}
        </Button>
      </span>
    </section>
  )
}
