import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './AddCandidature.module.css'
import { words } from './words.ts'

export interface AddCandidatureProps {
  readonly calls: readonly { readonly id: string; readonly name: string }[]
  readonly callId: string | null
  readonly onClose: () => void
}

/** Who asks and for what: enough to open a dossier, which then saves itself field by field. */
export function AddCandidature({ calls, callId, onClose }: AddCandidatureProps) {
  const navigate = useNavigate()
  const { act, isActing, refusal } = useAct('candidature.add')
  const [chosenCall, setChosenCall] = useState(callId ?? calls.at(-1)?.id ?? '')
  const [applicantName, setApplicantName] = useState('')
  const [title, setTitle] = useState('')
  const [hasTried, setTried] = useState(false)
  const missing = (text: string) => (hasTried && text.trim() === '' ? words.missing : null)
  const add = async () => {
    setTried(true)
    if (applicantName.trim() === '' || title.trim() === '') return
    const added = await act({
      callId: chosenCall,
      applicantName: applicantName.trim(),
      title: title.trim(),
    })
    if (added.ok) void navigate({ to: `/candidatures/${added.value.candidatureId}` })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void add()
  }
  return (
    <Dialog
      title={words.addTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={isActing} onPress={() => void add()}>
            {words.addAction}
          </Button>
        </>
      }
    >
      <form className={style.form} onSubmit={submit} noValidate>
        {calls.length > 1 ? (
          <Select
            label={words.call}
            value={chosenCall}
            options={calls.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosenCall}
          />
        ) : null}
        <TextField
          label={words.applicant}
          value={applicantName}
          onType={setApplicantName}
          onCommit={setApplicantName}
          error={missing(applicantName)}
          maxLength={500}
          autoFocus
        />
        <TextField
          label={words.projectTitle}
          value={title}
          onType={setTitle}
          onCommit={setTitle}
          error={missing(title)}
          maxLength={500}
        />
        {/* Enter sends a form of several fields only when it holds a button. */}
        <button type="submit" hidden />
      </form>
      <RefusalNotice refusal={refusal} />
    </Dialog>
  )
}
