import { Link } from '@tanstack/react-router'
import { frenchDecimal } from '#shared/domain/documents/typography.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { Amount } from '../../../ui/Amount.tsx'
import { Select } from '../../../ui/Select.tsx'
import { personName } from '../personName.ts'
import { useAgenda } from '../useAgenda.ts'
import { words } from '../words.ts'
import style from './ItemPanel.module.css'
import type { StepProps } from './step.ts'

/** What is examined, what it asks for, and who reports on it. */
export function ReportStep({ view, item, recorded }: StepProps) {
  const { session, members } = view
  const { write, refusal } = useAgenda(session)
  const setRapporteur = (memberId: string) =>
    write(
      session.agenda.map((each) =>
        each.id === recorded.id ? { ...each, rapporteurId: memberId === '' ? null : memberId } : each,
      ),
    )
  return (
    <section className={style.step}>
      <div className={style.head}>
        <div className={style.heading}>
          <h2>
            {item.number === null ? '' : `${item.number} · `}
            {item.applicant || item.title}
          </h2>
          {item.applicant === '' ? null : <p className={style.project}>{item.title}</p>}
        </div>
        {item.candidatureId === null ? null : (
          <Link className={style.dossierLink ?? ''} to={`/candidatures/${item.candidatureId}`}>
            {words.openDossier}
          </Link>
        )}
      </div>
      {item.candidatureId === null ? null : (
        <dl className={style.facts}>
          <div>
            <dt>{words.requested}</dt>
            <dd>
              <Amount cents={item.requestedCents} />
            </dd>
          </div>
          {item.eligibleBaseCents === null ? null : (
            <div>
              <dt>{words.eligibleBase}</dt>
              <dd>
                <Amount cents={item.eligibleBaseCents} />
              </dd>
            </div>
          )}
          {item.score === null ? null : (
            <div>
              <dt>{words.score}</dt>
              <dd>
                {frenchDecimal(item.score)}
                {item.rank === null ? '' : `, ${words.rankOf(item.rank)}`}
              </dd>
            </div>
          )}
          <div>
            <dt>{words.proposedByRanking}</dt>
            <dd>
              <Amount cents={item.proposedCents} />
            </dd>
          </div>
        </dl>
      )}
      {session.status === 'open' ? (
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
      ) : null}
      <RefusalNotice refusal={refusal} />
    </section>
  )
}
