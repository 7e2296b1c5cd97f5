import { useState } from 'react'
import type { Member } from '#shared/domain/committee/committee.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { AddMember } from './AddMember.tsx'
import { MemberForm } from './MemberForm.tsx'
import style from './Screen.module.css'
import { roleWords, voiceWords, words } from './words.ts'

/** Who sits: the chair first, then the secretary, then the others as they were added. */
export function MemberList({ members }: { members: readonly Member[] }) {
  const [opened, setOpened] = useState<string | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const inOffice = members.filter((member) => member.inOffice)
  const deliberative = inOffice.filter((member) => member.voice === 'deliberative').length
  const add = (
    <Button variant={members.length === 0 ? 'primary' : 'plain'} onPress={() => setIsAdding(true)}>
      {words.addMember}
    </Button>
  )
  return (
    <section className={style.section} aria-labelledby="committee-members">
      <div className={style.heading}>
        <h2 id="committee-members">{words.members}</h2>
        <span className={style.hint}>{words.count(inOffice.length, deliberative)}</span>
        <span className={style.push}>{members.length > 0 && !isAdding ? add : null}</span>
      </div>
      {isAdding ? <AddMember members={members} onDone={() => setIsAdding(false)} /> : null}
      {members.length === 0 && !isAdding ? (
        <EmptyPlace title={words.emptyTitle} action={add}>
          {words.empty}
        </EmptyPlace>
      ) : null}
      {members.length > 0 ? (
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{words.lastName}</th>
              <th scope="col">{words.capacity}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.voice}</th>
              <th scope="col">{words.office}</th>
              <th scope="col">
                <span className="visually-hidden">{words.edit}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {inOrderOfRole(members).map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                members={members}
                isOpen={opened === member.id}
                onToggle={() => setOpened(opened === member.id ? null : member.id)}
              />
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

function MemberRow({
  member,
  members,
  isOpen,
  onToggle,
}: {
  member: Member
  members: readonly Member[]
  isOpen: boolean
  onToggle: () => void
}) {
  const name = `${member.firstName} ${member.lastName}`.trim()
  return (
    <>
      <tr className={member.inOffice ? undefined : style.former}>
        <th scope="row">{name}</th>
        <td>{member.capacity}</td>
        <td>{roleWords[member.role]}</td>
        <td>{voiceWords[member.voice]}</td>
        <td>{officeOf(member, members)}</td>
        <td className={style.end}>
          <Button
            variant="quiet"
            isExpanded={isOpen}
            label={isOpen ? words.closing(name) : words.editing(name)}
            onPress={onToggle}
          >
            {isOpen ? words.close : words.edit}
          </Button>
        </td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={6} className={style.unfolded}>
            <MemberForm member={member} members={members} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function officeOf(member: Member, members: readonly Member[]) {
  if (member.inOffice) return words.inOffice
  const replaced = members.find(({ id }) => id === member.substituteOf)
  return replaced === undefined ? (
    <Tag tone="neutral">{words.formerMember}</Tag>
  ) : (
    words.substitutes(`${replaced.firstName} ${replaced.lastName}`)
  )
}

const order: readonly Member['role'][] = ['chair', 'secretary', 'member']

const inOrderOfRole = (members: readonly Member[]): readonly Member[] =>
  members.toSorted(
    (a, b) => Number(b.inOffice) - Number(a.inOffice) || order.indexOf(a.role) - order.indexOf(b.role),
  )
