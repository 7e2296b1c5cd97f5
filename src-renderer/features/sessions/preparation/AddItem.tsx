import { useState } from 'react'
import type { AgendaEntry } from '#shared/domain/session/agendaEntry.ts'
import type { ItemKind, Session } from '#shared/domain/session/session.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../SessionRoom.module.css'
import { words } from '../words.ts'
import { words as preparationWords } from './words.ts'

/** A candidature that is not on the agenda yet, its hearing, a milestone of its project, or a free point. */
export function AddItem({
  session,
  onAdd,
  onClose,
}: {
  session: Session
  onAdd: (agenda: readonly AgendaEntry[]) => void
  onClose: () => void
}) {
  const page = useRead('candidature.list', {
    callId: session.callId,
    search: '',
    filters: { status: 'submitted' },
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 500,
  })
  const [kind, setKind] = useState<ItemKind>('candidature')
  const [candidatureId, setCandidatureId] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const onAgenda = new Set(
    session.agenda.filter((item) => item.kind === kind).map((item) => item.candidatureId),
  )
  const rows = (page.value?.rows ?? []).filter((row) => !onAgenda.has(row.id) && row.mergedInto === null)
  const row = rows.find(({ id }) => id === candidatureId)
  const isReady = kind === 'free' ? title.trim() !== '' : row !== undefined
  const add = () => {
    if (!isReady) return
    onAdd([
      ...session.agenda,
      {
        id: crypto.randomUUID(),
        kind,
        candidatureId: row?.id ?? null,
        title: row === undefined ? title.trim() : titleOf(kind, `${row.applicant} – ${row.title}`),
        rapporteurId: null,
        plannedMinutes: null,
        theme: '',
        slot: null,
        questionerId: null,
      },
    ])
    onClose()
  }
  return (
    <Dialog
      title={words.addTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={add}>
            {words.addAction}
          </Button>
        </>
      }
    >
      <Segments
        label={preparationWords.kind}
        value={kind}
        options={kinds.map((value) => ({ value, label: preparationWords.kinds[value] }))}
        onChange={setKind}
      />
      {kind === 'free' ? (
        <TextField
          label={words.addFree}
          description={words.addFreeHint}
          value={title}
          onType={setTitle}
          onCommit={setTitle}
        />
      ) : rows.length === 0 ? (
        <p className={style.hint}>{words.allOnAgenda}</p>
      ) : (
        <Select
          label={words.addCandidature}
          value={row?.id ?? null}
          options={rows.map((each) => ({
            value: each.id,
            label: `${each.number} · ${each.applicant} – ${each.title}`,
          }))}
          onChange={setCandidatureId}
        />
      )}
    </Dialog>
  )
}

const kinds = ['candidature', 'hearing', 'milestone', 'free'] as const

function titleOf(kind: ItemKind, name: string): string {
  if (kind === 'hearing') return preparationWords.hearingOf(name)
  return kind === 'milestone' ? preparationWords.milestoneOf(name) : name
}
