import type { ItemOutcome, Vote } from '#shared/domain/session/session.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Amount } from '../../../ui/Amount.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FieldList } from '../../../ui/FieldList.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { nameOf } from '../personName.ts'
import { quorumArithmetic } from '../room/quorumArithmetic.ts'
import { ballotWords, methodWords, opinionWords, words } from '../words.ts'
import style from './ItemPanel.module.css'
import type { StepProps } from './step.ts'
import type { ItemDraft } from './voteDraft.ts'

/** What was recorded on a point, with the room as it was; corrected by taking it back, as long as the session is open. */
export function OutcomeView({
  view,
  item,
  outcome,
  onDraft,
}: StepProps & { outcome: ItemOutcome; onDraft: (draft: ItemDraft) => void }) {
  const { session, members } = view
  const { act, refusal } = useAct('session.withdraw-outcome')
  const { vote, rationale } = outcome
  const correct = async () => {
    const withdrawn = await act({ sessionId: session.id, itemId: item.itemId })
    if (withdrawn.ok) onDraft(draftAgain(outcome))
  }
  return (
    <section className={style.step}>
      <div className={style.voteHead}>
        <h3>
          <Tag tone={opinionWords[outcome.opinion].tone}>{opinionWords[outcome.opinion].label}</Tag>
        </h3>
        <span className={style.hint}>{words.decidedAt(outcome.decidedAt)}</span>
      </div>
      <FieldList
        items={[
          ...(outcome.amountCents === null
            ? []
            : [{ name: words.amount, value: <Amount cents={outcome.amountCents} withCents /> }]),
          ...(outcome.conditions === '' ? [] : [{ name: words.conditions, value: outcome.conditions }]),
          ...(rationale.legal === '' ? [] : [{ name: words.legal, value: rationale.legal }]),
          ...(rationale.factual === '' ? [] : [{ name: words.factual, value: rationale.factual }]),
          ...(vote === null ? [] : [{ name: words.vote, value: voteWords(vote) }]),
          ...(vote?.disagreements ?? []).map(({ memberId, text }) => ({
            name: words.disagreementOf(nameOf(members, memberId)),
            value: text,
          })),
          { name: words.quorum, value: quorumArithmetic(outcome.quorum, view.committee.instanceType) },
        ]}
      />
      <RefusalNotice refusal={refusal} />
      {session.status === 'open' ? (
        <div className={style.act}>
          <Button onPress={() => void correct()}>{words.correct}</Button>
          <span className={style.hint}>{words.correctHint}</span>
        </div>
      ) : null}
    </section>
  )
}

const voteWords = (vote: Vote): string =>
  `${methodWords[vote.method]} : ${vote.for} pour, ${vote.against} contre, ${vote.abstention} abstention${vote.abstention > 1 ? 's' : ''}${
    vote.notTakingPart > 0 ? `, ${vote.notTakingPart} ${ballotWords['not-taking-part'].toLowerCase()}` : ''
  }${vote.castingVote ? `, ${words.castingVote}` : ''}`

/** What was recorded, to be keyed again. */
const draftAgain = (outcome: ItemOutcome): ItemDraft => ({
  opinion: outcome.opinion,
  amountCents: outcome.amountCents,
  conditions: outcome.conditions,
  legal: outcome.rationale.legal,
  factual: outcome.rationale.factual,
  method: outcome.vote?.method ?? 'none',
  counts: outcome.vote,
  named: outcome.vote?.named ?? {},
  chairBallot: null,
  disagreements: outcome.vote?.disagreements ?? [],
  literalAccepted: false,
})
