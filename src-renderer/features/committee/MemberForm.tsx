import type { Member } from '#shared/domain/committee/committee.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { TextField } from '../../ui/TextField.tsx'
import style from './Screen.module.css'
import { SubstituteOf } from './SubstituteOf.tsx'
import { roleWords, voiceWords, words } from './words.ts'

/** One member, field by field; each saves itself. */
export function MemberForm({ member, members }: { member: Member; members: readonly Member[] }) {
  const { act, refusal } = useAct('member.change')
  const change = (set: Partial<Omit<Member, 'id'>>) => void act({ memberId: member.id, set })
  return (
    <div className={style.memberForm}>
      <RefusalNotice refusal={refusal} />
      <div className={style.form}>
        <TextField
          label={words.firstName}
          value={member.firstName}
          onCommit={(firstName) => change({ firstName })}
        />
        <TextField
          label={words.lastName}
          value={member.lastName}
          onCommit={(lastName) => lastName.trim() !== '' && change({ lastName })}
        />
        <TextField
          label={words.capacity}
          description={words.capacityHint}
          value={member.capacity}
          onCommit={(capacity) => change({ capacity })}
        />
        <SubstituteOf member={member} members={members} onChange={change} />
        <Checkbox
          isSelected={member.inOffice}
          isDisabled={member.substituteOf !== null}
          description={words.inOfficeHint}
          onChange={(inOffice) => change({ inOffice })}
        >
          {words.inOffice}
        </Checkbox>
        <MemberSegments member={member} onChange={change} />
      </div>
    </div>
  )
}

/** Role and voice, the two choices among few. */
export function MemberSegments({
  member,
  onChange,
}: {
  member: Pick<Member, 'role' | 'voice'>
  onChange: (set: Partial<Pick<Member, 'role' | 'voice'>>) => void
}) {
  return (
    <>
      <Segments
        label={words.role}
        value={member.role}
        options={roles.map((value) => ({ value, label: roleWords[value] }))}
        onChange={(role: Member['role']) => onChange({ role })}
      />
      <Segments
        label={words.voice}
        value={member.voice}
        options={voices.map((value) => ({ value, label: voiceWords[value] }))}
        onChange={(voice: Member['voice']) => onChange({ voice })}
      />
    </>
  )
}

const roles = ['chair', 'secretary', 'member'] as const
const voices = ['deliberative', 'consultative'] as const
