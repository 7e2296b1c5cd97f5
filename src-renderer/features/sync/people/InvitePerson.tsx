import { type FormEvent, useId, useState } from 'react'
import type { GivenInvitation } from '#shared/contract/syncAnswers.ts'
import type { Member } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from '../Sync.module.css'
import { words as syncWords } from '../words.ts'
import { GivenText } from './GivenText.tsx'
import { isMemberMissing, type Right, RightFields } from './RightFields.tsx'
import { words } from './words.ts'

/** Who, by which right; then the text to hand over, shown once. */
export function InvitePerson({ members, onClose }: { members: readonly Member[]; onClose: () => void }) {
  const [person, setPerson] = useState({ name: '', email: '', mayHub: false })
  const [right, setRight] = useState<Right>({ role: 'member', memberId: null })
  const [hasTried, setTried] = useState(false)
  const [given, setGiven] = useState<GivenInvitation | null>(null)
  const { act, isActing, refusal } = useAct('sync.people.invite')
  const form = useId()
  const setName = (name: string) => setPerson((now) => ({ ...now, name }))
  const isNamed = person.name.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isNamed || isMemberMissing(right)) return
    const invited = await act({ ...person, ...right })
    if (invited.ok) setGiven(invited.value)
  }
  const chooseRight = (chosen: Right) => {
    setRight(chosen)
    const member = members.find(({ id }) => id === chosen.memberId)
    // Whoever is chosen before a name is written needs not be written again.
    if (member !== undefined && !isNamed)
      setPerson((now) => ({ ...now, name: `${member.firstName} ${member.lastName}` }))
  }
  if (given !== null) return <GivenText name={person.name} given={given} onClose={onClose} />
  return (
    <Dialog
      title={words.inviteTitle}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{syncWords.back}</Button>
          <Button
            variant="primary"
            isDisabled={isActing}
            onPress={() => (document.getElementById(form) as HTMLFormElement).requestSubmit()}
          >
            {words.prepare}
          </Button>
        </>
      }
    >
      <form id={form} className={style.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={words.name}
          value={person.name}
          error={hasTried && !isNamed ? words.nameMissing : null}
          onType={setName}
          onCommit={setName}
          autoFocus
          maxLength={300}
        />
        <TextField
          label={words.email}
          description={words.emailHint}
          value={person.email}
          onCommit={(email) => setPerson((now) => ({ ...now, email }))}
          maxLength={300}
        />
        <RightFields
          right={right}
          members={members}
          error={hasTried && isMemberMissing(right) ? words.memberMissing : null}
          onChange={chooseRight}
        />
        <Checkbox
          isSelected={person.mayHub}
          description={words.mayHubHint}
          onChange={(mayHub) => setPerson((now) => ({ ...now, mayHub }))}
        >
          {words.mayHubField}
        </Checkbox>
        <RefusalNotice refusal={refusal} />
      </form>
    </Dialog>
  )
}
