import { useId } from 'react'
import { type SyncRole, syncRoles } from '#shared/contract/syncAnswers.ts'
import type { Member } from '#shared/domain/committee/committee.ts'
import { Select } from '../../../ui/Select.tsx'
import style from '../Sync.module.css'
import { roleWords } from '../words.ts'
import peopleStyle from './People.module.css'
import { words } from './words.ts'

export interface Right {
  readonly role: SyncRole
  readonly memberId: string | null
}

/** Whoever scores is somebody on the committee. */
export const isMemberMissing = ({ role, memberId }: Right): boolean =>
  (role === 'member' || role === 'guest') && memberId === null

/** What a person may do, in words, and which member of the committee it is. */
export function RightFields({
  right,
  members,
  error,
  onChange,
}: {
  right: Right
  members: readonly Member[]
  error: string | null
  onChange: (right: Right) => void
}) {
  const name = useId()
  const options = [
    { value: '', label: words.nobody },
    ...members.map(({ id, firstName, lastName }) => ({ value: id, label: `${firstName} ${lastName}` })),
  ]
  return (
    <>
      <fieldset className={peopleStyle.choices}>
        <legend>{words.role}</legend>
        {syncRoles.map((role) => (
          <label key={role} className={peopleStyle.choice}>
            <input
              type="radio"
              name={name}
              checked={right.role === role}
              onChange={() => onChange({ ...right, role })}
            />
            <span>
              <strong>{roleWords[role].label}</strong>
              <span className={style.hint}>{roleWords[role].what}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Select
        label={words.member}
        description={words.memberHint}
        value={right.memberId ?? ''}
        options={options}
        error={error}
        onChange={(memberId) => onChange({ ...right, memberId: memberId === '' ? null : memberId })}
      />
    </>
  )
}
