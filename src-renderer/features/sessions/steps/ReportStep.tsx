import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { frenchDecimal } from '#shared/domain/documents/typography.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { Amount } from '../../../ui/Amount.tsx'
import { Select } from '../../../ui/Select.tsx'
import { nameOf, personName } from '../personName.ts'
import { roomWords } from '../room/words.ts'
import { useAgenda } from '../useAgenda.ts'
import { words } from '../words.ts'
import style from './ItemPanel.module.css'
import { StepSection } from './StepSection.tsx'
import type { StepProps } from './step.ts'
import { stepWords } from './words.ts'

/** What is examined, what it asks for, and who reports on it. */
export const ReportStep = memo(function ReportStep({ view, item, recorded }: Omit<StepProps, 'hour'>) {
  const { session, members } = view
  const { write, refusal } = useAgenda(session)
  const setRapporteur = (memberId: string) =>
    write(
      session.agenda.map((each) =>
        each.id === recorded.id ? { ...each, rapporteurId: memberId === '' ? null : memberId } : each,
      ),
    )
  return (
    <StepSection
      id="report"
      beside={
        item.candidatureId === null ? undefined : (
          <Link className={style.dossierLink ?? ''} to={`/candidatures/${item.candidatureId}`}>
            {words.openDossier}
          </Link>
        )
      }
    >
      {item.candidatureId === null ? null : <Facts item={item} />}
      {recorded.kind === 'hearing' || recorded.kind === 'milestone' ? (
        <dl className={style.facts}>
          {recorded.slot === null ? null : (
            <div>
              <dt>{stepWords.guest}</dt>
              <dd>{roomWords.guestAt(recorded.slot.at, recorded.slot.guest)}</dd>
            </div>
          )}
          {recorded.questionerId === null ? null : (
            <div>
              <dt>{stepWords.questioner}</dt>
              <dd>{nameOf(members, recorded.questionerId)}</dd>
            </div>
          )}
        </dl>
      ) : null}
      {session.status === 'open' ? (
        <div className={style.beside}>
          <Select
            label={words.rapporteur}
            value={recorded.rapporteurId ?? ''}
            options={[
              { value: '', label: words.noRapporteur },
              ...members
                .filter((member) => member.inOffice && !item.recusedIds.includes(member.id))
                .map((member) => ({ value: member.id, label: personName(member) })),
            ]}
            onChange={setRapporteur}
          />
        </div>
      ) : null}
      <RefusalNotice refusal={refusal} />
    </StepSection>
  )
})

function Facts({ item }: Pick<StepProps, 'item'>) {
  const facts = [
    { name: words.requested, value: <Amount cents={item.requestedCents} /> },
    ...(item.eligibleBaseCents === null
      ? []
      : [{ name: words.eligibleBase, value: <Amount cents={item.eligibleBaseCents} /> }]),
    ...(item.isSealed
      ? [{ name: words.score, value: stepWords.sealedScore }]
      : item.score === null
        ? []
        : [
            {
              name: words.score,
              value: `${frenchDecimal(item.score)}${item.rank === null ? '' : `, ${words.rankOf(item.rank)}`}`,
            },
          ]),
    ...(item.isSealed || item.kind !== 'candidature'
      ? []
      : [{ name: words.proposedByRanking, value: <Amount cents={item.proposedCents} /> }]),
  ]
  return (
    <dl className={style.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
