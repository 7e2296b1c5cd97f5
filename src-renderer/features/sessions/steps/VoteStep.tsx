import type { VoteOutcome } from '#shared/domain/committee/voteOutcome.ts'
import type { Ballot, Vote } from '#shared/domain/session/session.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { useHotkeys } from '../../../ui/useHotkeys.ts'
import { ballotWords, methodWords, proposalWords, words } from '../words.ts'
import { CountFields } from './CountFields.tsx'
import { Disagreements } from './Disagreements.tsx'
import style from './ItemPanel.module.css'
import { itemVoters } from './itemVoters.ts'
import { RollCall } from './RollCall.tsx'
import type { StepProps } from './step.ts'
import { countsOf, countTotal, type ItemDraft, outcomeOfDraft, proposalOf } from './voteDraft.ts'

/** The vote, its figures already those of the room, and the act that records the point. */
export function VoteStep({
  view,
  item,
  hour,
  draft,
  onDraft,
  onDecided,
}: StepProps & { draft: ItemDraft; onDraft: (draft: ItemDraft) => void; onDecided: () => void }) {
  const { session, committee } = view
  const { act, refusal, isActing } = useAct('session.decide')
  const set = (changes: Partial<ItemDraft>) => onDraft({ ...draft, ...changes })
  const voters = itemVoters(view, item)
  const room = { type: committee.instanceType, chairId: session.chairId, voterIds: voters.ids }
  const hasVote = draft.method !== 'none' && draft.opinion !== 'deferred'
  const counts = countsOf(draft, voters.ids)
  const isCounted = countTotal(counts) === voters.ids.length
  const proposal = proposalOf(draft, item, room, hour)
  const isReady = proposal !== null && (!hasVote || isCounted) && !isActing
  const asksChair =
    hasVote &&
    draft.method === 'show-of-hands' &&
    counts.for === counts.against &&
    voters.ids.includes(session.chairId ?? '')
  const decide = async () => {
    if (proposal === null || !isReady) return
    const decided = await act({ sessionId: session.id, proposal })
    if (decided.ok) onDecided()
  }
  useHotkeys({ 'Control+Enter': () => void decide() }, { inFields: true })
  return (
    <>
      <section className={style.step}>
        <div className={style.voteHead}>
          <h3>{words.vote}</h3>
          {hasVote ? <span className={style.hint}>{words.voters(voters.ids.length)}</span> : null}
        </div>
        {draft.opinion === 'deferred' ? null : (
          <Segments
            label={words.method}
            isLabelHidden
            value={draft.method}
            options={methods.map((value) => ({ value, label: methodWords[value] }))}
            onChange={(method: Vote['method'] | 'none') => set({ method })}
          />
        )}
        {hasVote && draft.method === 'roll-call' ? (
          <RollCall
            members={view.members}
            voters={voters}
            named={draft.named}
            onNamed={(named) => set({ named })}
          />
        ) : null}
        {hasVote && draft.method !== 'roll-call' ? (
          <CountFields
            counts={counts}
            voters={voters.ids.length}
            onCounts={(next) => set({ counts: next })}
          />
        ) : null}
        {asksChair ? (
          <div>
            <Segments
              label={words.chairBallot}
              value={draft.chairBallot}
              options={ballots.map((value) => ({ value, label: ballotWords[value] }))}
              onChange={(chairBallot: Ballot) => set({ chairBallot })}
            />
            <p className={style.hint}>{words.chairBallotHint}</p>
          </div>
        ) : null}
        {hasVote ? (
          <Disagreements
            members={view.members}
            presentIds={voters.ids}
            disagreements={draft.disagreements}
            onDisagreements={(disagreements) => set({ disagreements })}
          />
        ) : null}
        {hasVote && isCounted ? (
          <Outcome
            outcome={outcomeOfDraft(draft, room)}
            literalAccepted={draft.literalAccepted}
            onLiteral={(literalAccepted) => set({ literalAccepted })}
          />
        ) : null}
      </section>
      <footer className={style.bar}>
        <RefusalNotice refusal={refusal} />
        <div className={style.act} {...(draft.opinion === null ? {} : { 'data-next': true })}>
          <Button
            variant="primary"
            shortcut="Control+Enter"
            isDisabled={!isReady}
            onPress={() => void decide()}
          >
            {words.decide}
          </Button>
          <span className={style.hint}>
            {proposal === null ? '' : `${proposalWords(proposal)} · `}
            {words.decidedAt(hour)}
          </span>
        </div>
      </footer>
    </>
  )
}

const methods = ['show-of-hands', 'roll-call', 'secret', 'none'] as const
const ballots: readonly Ballot[] = ['for', 'against', 'abstention', 'not-taking-part']

function Outcome({
  outcome,
  literalAccepted,
  onLiteral,
}: {
  outcome: VoteOutcome | null
  literalAccepted: boolean
  onLiteral: (isAccepted: boolean) => void
}) {
  if (outcome === null) return null
  if (outcome.literalReadingRefuses) {
    return (
      <Notice tone="check">
        {words.literalReading}
        <Checkbox isSelected={literalAccepted} onChange={onLiteral}>
          {words.literalAccepted}
        </Checkbox>
      </Notice>
    )
  }
  if (outcome.tied) return <Notice tone="reserved">{words.tied}.</Notice>
  return (
    <Notice tone={outcome.adopted ? 'favourable' : 'unfavourable'}>
      {outcome.adopted ? words.adopted : words.rejected}
      {outcome.castingVote ? ` ${words.castingVote}` : ''}.
    </Notice>
  )
}
