import type { Member } from '#shared/domain/committee/committee.ts'
import { Select } from '../../ui/Select.tsx'
import { words } from './words.ts'

/** A substitute names the full member whose place may be taken, and is not counted among the members in office. */
export function SubstituteOf({
  member,
  members,
  onChange,
}: {
  member: Pick<Member, 'substituteOf'> & { readonly id?: string }
  members: readonly Member[]
  onChange: (set: Partial<Pick<Member, 'substituteOf' | 'inOffice'>>) => void
}) {
  const full = members.filter(
    ({ id, inOffice, substituteOf }) => inOffice && substituteOf === null && id !== member.id,
  )
  return (
    <Select
      label={words.substituteOf}
      description={words.substituteOfHint}
      value={member.substituteOf ?? ''}
      options={[
        { value: '', label: words.nobodysSubstitute },
        ...full.map(({ id, firstName, lastName }) => ({ value: id, label: `${firstName} ${lastName}` })),
      ]}
      onChange={(id) =>
        onChange(id === '' ? { substituteOf: null, inOffice: true } : { substituteOf: id, inOffice: false })
      }
    />
  )
}
