import { useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { MemberSegments } from './MemberForm.tsx'
import style from './Screen.module.css'
import { SubstituteOf } from './SubstituteOf.tsx'
import { words } from './words.ts'

/** A new member: nothing is written before the name is there and the button pressed. */
export function AddMember({ members, onDone }: { members: readonly Member[]; onDone: () => void }) {
  const [member, setMember] = useState(blank)
  const [nameMissing, setNameMissing] = useState(false)
  const { act, refusal } = useAct('member.add')
  const set = (changes: Partial<Omit<Member, 'id'>>) => setMember((before) => ({ ...before, ...changes }))
  const add = async () => {
    if (member.lastName.trim() === '') return setNameMissing(true)
    const added = await act(member)
    if (added.ok) onDone()
  }
  return (
    <form
      className={style.memberForm}
      aria-label={words.addMember}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <RefusalNotice refusal={refusal} />
      <div className={style.form}>
        <TextField
          label={words.firstName}
          value={member.firstName}
          autoFocus
          onCommit={(firstName) => set({ firstName })}
        />
        <TextField
          label={words.lastName}
          value={member.lastName}
          {...(nameMissing && member.lastName.trim() === '' ? { error: words.nameMissing } : {})}
          onCommit={(lastName) => set({ lastName })}
        />
        <TextField
          label={words.capacity}
          description={words.capacityHint}
          value={member.capacity}
          onCommit={(capacity) => set({ capacity })}
        />
        <SubstituteOf member={member} members={members} onChange={set} />
        <MemberSegments member={member} onChange={set} />
      </div>
      <div className={style.actions}>
        <Button variant="primary" type="submit">
          {words.add}
        </Button>
        <Button onPress={onDone}>{words.cancel}</Button>
      </div>
    </form>
  )
}

const blank: Omit<Member, 'id'> = {
  firstName: '',
  lastName: '',
  capacity: '',
  role: 'member',
  voice: 'deliberative',
  inOffice: true,
  substituteOf: null,
}
