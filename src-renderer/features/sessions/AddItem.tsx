import { useState } from 'react'
import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import { useRead } from '../../bridge/useRead.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './SessionRoom.module.css'
import { words } from './words.ts'

/** A candidature that is not on the agenda yet, or a free point. */
export function AddItem({
  session,
  onAdd,
  onClose,
}: {
  session: Session
  onAdd: (agenda: readonly Pick<AgendaItem, 'id' | 'candidatureId' | 'title' | 'rapporteurId'>[]) => void
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
  const [candidatureId, setCandidatureId] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const onAgenda = new Set(session.agenda.map((item) => item.candidatureId))
  const free = (page.value?.rows ?? []).filter((row) => !onAgenda.has(row.id) && row.mergedInto === null)
  const row = free.find(({ id }) => id === candidatureId)
  const add = () => {
    const named = title.trim() === '' ? row && `${row.applicant} – ${row.title}` : title.trim()
    if (named === undefined) return
    const id = crypto.randomUUID()
    const added = {
      id,
      candidatureId: title.trim() === '' ? candidatureId : null,
      title: named,
      rapporteurId: null,
    }
    onAdd([...session.agenda, added])
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
          <Button variant="primary" isDisabled={row === undefined && title.trim() === ''} onPress={add}>
            {words.addAction}
          </Button>
        </>
      }
    >
      {free.length === 0 ? (
        <p className={style.hint}>{words.allOnAgenda}</p>
      ) : (
        <Select
          label={words.addCandidature}
          value={candidatureId}
          options={free.map((each) => ({
            value: each.id,
            label: `${each.number} · ${each.applicant} – ${each.title}`,
          }))}
          onChange={setCandidatureId}
        />
      )}
      <TextField
        label={words.addFree}
        description={words.addFreeHint}
        value={title}
        onType={setTitle}
        onCommit={setTitle}
      />
    </Dialog>
  )
}
