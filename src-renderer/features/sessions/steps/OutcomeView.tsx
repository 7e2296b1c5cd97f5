import { useState } from 'react'
import type { ItemOutcome, Vote } from '#shared/domain/session/session.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Amount } from '../../../ui/Amount.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FieldList } from '../../../ui/FieldList.tsx'
import { formatAmount } from '../../../ui/formatAmount.ts'
import { Tag } from '../../../ui/Tag.tsx'
import { nameOf } from '../personName.ts'
import { quorumArithmetic } from '../room/quorumArithmetic.ts'
import { ballotWords, methodWords, opinionWordsOf, words } from '../words.ts'
import { AmendForm } from './AmendForm.tsx'
import style from './ItemPanel.module.css'
import type { StepProps } from './step.ts'
import { draftOfOutcome, type ItemDraft } from './voteDraft.ts'
import { stepWords } from './words.ts'

/** What was recorded on a point, with the room as it was; corrected with a reason, or taken back, while the session is open. */
export function OutcomeView({
  view,
  item,
  outcome,
  onDraft,
}: Omit<StepProps, 'recorded' | 'hour'> & { outcome: ItemOutcome; onDraft: (draft: ItemDraft) => void }) {
  const { session } = view
  const { act, refusal } = useAct('session.withdraw-outcome')
  const [isAmending, setAmending] = useState(false)
  const withdraw = async () => {
    const withdrawn = await act({ sessionId: session.id, itemId: item.itemId })
    if (withdrawn.ok) onDraft(draftOfOutcome(outcome))
  }
  if (isAmending && session.status === 'open') {
    return <AmendForm view={view} item={item} outcome={outcome} onDone={() => setAmending(false)} />
  }
  const { label, tone } = opinionWordsOf(item.kind, outcome.opinion)
  return (
    <section className={style.step} data-step="proposal">
      <div className={style.stepHead}>
        <h3>{stepWords.outcome}</h3>
        <Tag tone={tone}>{label}</Tag>
        {outcome.waitingList ? <span>{stepWords.inReserve}</span> : null}
        <span className={style.hint}>{words.decidedAt(outcome.decidedAt)}</span>
      </div>
      <FieldList items={recordedLines({ view, outcome })} />
      <RefusalNotice refusal={refusal} />
      {session.status === 'open' ? (
        <>
          <div className={style.act}>
            <Button onPress={() => setAmending(true)}>{stepWords.amend}</Button>
            <span className={style.hint}>{stepWords.amendHint}</span>
          </div>
          <div className={style.act}>
            <Button variant="quiet" onPress={() => void withdraw()}>
              {stepWords.withdraw}
            </Button>
            <span className={style.hint}>{stepWords.withdrawHint}</span>
          </div>
        </>
      ) : null}
    </section>
  )
}

function recordedLines({ view, outcome }: Pick<StepProps, 'view'> & { outcome: ItemOutcome }) {
  const { members, balances } = view
  const { vote, rationale, amountCents, conditions, departure, funding } = outcome
  const labels = new Map(balances.map(({ id, label }) => [id, label]))
  const when = (isThere: boolean, name: string, value: string) => (isThere ? [{ name, value }] : [])
  return [
    ...(amountCents === null
      ? []
      : [{ name: words.amount, value: <Amount cents={amountCents} withCents /> }]),
    ...when(
      funding.length > 0,
      stepWords.funding,
      funding
        .map((line) =>
          stepWords.fundingLine(
            formatAmount(line.amountCents),
            labels.get(line.envelopeId) ?? line.envelopeId,
          ),
        )
        .join(', '),
    ),
    ...when(departure !== '', stepWords.departureOf, departure),
    ...when(conditions !== '', words.conditions, conditions),
    ...when(rationale.legal !== '', words.legal, rationale.legal),
    ...when(rationale.factual !== '', words.factual, rationale.factual),
    ...(vote === null ? [] : [{ name: words.vote, value: voteWords(vote) }]),
    ...when(
      (vote?.requestedBy.length ?? 0) > 0,
      stepWords.requestedByNames,
      (vote?.requestedBy ?? []).map((id) => nameOf(members, id)).join(', '),
    ),
    ...(vote?.disagreements ?? []).map(({ memberId, text }) => ({
      name: words.disagreementOf(nameOf(members, memberId)),
      value: text,
    })),
    { name: words.quorum, value: quorumArithmetic(outcome.quorum, view.committee.instanceType) },
  ]
}

const voteWords = (vote: Vote): string =>
  [
    `${methodWords[vote.method]} : ${vote.for} pour, ${vote.against} contre, ${vote.abstention} abstention${vote.abstention > 1 ? 's' : ''}`,
    ...(vote.notTakingPart > 0
      ? [`${vote.notTakingPart} ${ballotWords['not-taking-part'].toLowerCase()}`]
      : []),
    ...(vote.blank > 0 ? [`${vote.blank} ${stepWords.blank.toLowerCase()}`] : []),
    ...(vote.spoiled > 0 ? [`${vote.spoiled} ${stepWords.spoiled.toLowerCase()}`] : []),
    ...(vote.castingVote ? [words.castingVote] : []),
  ].join(', ')
