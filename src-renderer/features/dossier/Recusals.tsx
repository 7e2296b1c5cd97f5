import { useState } from 'react'
import { isInForce, type Member, type Recusal } from '#shared/domain/committee/committee.ts'
import { useRead } from '../../bridge/useRead.ts'
import { useHolder } from '../../sharing/useHolder.ts'
import { Button } from '../../ui/Button.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { DeclareRecusal } from './DeclareRecusal.tsx'
import style from './Dossier.module.css'
import { LiftRecusal } from './LiftRecusal.tsx'
import { words } from './words.ts'

export interface RecusalsProps {
  readonly candidatureId: string
  readonly recusals: readonly Recusal[]
}

/** The members who stay away from this dossier. */
export function Recusals({ candidatureId, recusals }: RecusalsProps) {
  const members = useRead('member.list', {}).value ?? []
  const [dialog, setDialog] = useState<'declare' | { readonly lift: Recusal } | null>(null)
  const close = () => setDialog(null)
  const effective = recusals.filter(isInForce).map(({ memberId }) => memberId)
  const { keepsCommittee, memberId: own } = useHolder()
  // The secretariat declares for a member who said so; anybody else steps aside himself, and lifts nothing of his own.
  const declarable = members.filter(
    ({ id, inOffice }) => inOffice && !effective.includes(id) && (keepsCommittee || id === own),
  )
  return (
    <section className={style.section}>
      <h2>{words.recusals}</h2>
      {recusals.length === 0 ? <p className={style.hint}>{words.noRecusal}</p> : null}
      <ul className={style.people}>
        {recusals.map((recusal) => (
          <li key={recusal.memberId} className={style.person}>
            <span className={style.personWords}>
              <strong>{nameOf(members, recusal.memberId)}</strong>
              {recusal.reason === '' ? '' : ` · ${recusal.reason}`}
              {recusal.assessmentReason !== '' ? ` · ${recusal.assessmentReason}` : ''}
            </span>
            {!isInForce(recusal) ? (
              <Tag tone="neutral">{words.lifted}</Tag>
            ) : recusal.memberId === own ? null : (
              <Button
                variant="quiet"
                label={words.liftTitle(nameOf(members, recusal.memberId))}
                onPress={() => setDialog({ lift: recusal })}
              >
                {words.lift}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {declarable.length === 0 ? null : (
        <div>
          <Button onPress={() => setDialog('declare')}>{words.declare}</Button>
        </div>
      )}
      {dialog === 'declare' ? (
        <DeclareRecusal candidatureId={candidatureId} members={declarable} onClose={close} />
      ) : null}
      {dialog !== null && dialog !== 'declare' ? (
        <LiftRecusal
          recusal={dialog.lift}
          memberName={nameOf(members, dialog.lift.memberId)}
          onClose={close}
        />
      ) : null}
    </section>
  )
}

function nameOf(members: readonly Member[], memberId: string): string {
  const member = members.find(({ id }) => id === memberId)
  return member === undefined ? memberId : `${member.firstName} ${member.lastName}`.trim()
}
