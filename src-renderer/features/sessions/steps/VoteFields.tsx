import { checkBallotRequest } from '#shared/domain/committee/checkBallotRequest.ts'
import type { VoteOutcome } from '#shared/domain/committee/voteOutcome.ts'
import type { Ballot, Vote } from '#shared/domain/session/session.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { CheckMenu } from '../../../ui/CheckMenu.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { nameOf } from '../personName.ts'
import { ballotWords, methodWords, words } from '../words.ts'
import { CountFields } from './CountFields.tsx'
import { Disagreements } from './Disagreements.tsx'
import style from './ItemPanel.module.css'
import type { Voters } from './itemVoters.ts'
import type { DraftProps } from './ProposalFields.tsx'
import { RollCall } from './RollCall.tsx'
import {
  asksChairBallot,
  countsOf,
  countTotal,
  type ItemDraft,
  isByName,
  outcomeOfDraft,
} from './voteDraft.ts'
import { stepWords } from './words.ts'

/** The vote, its figures already those of the room, and what it gives as it stands. */
export function VoteFields({ view, item, draft, onDraft, voters }: DraftProps & { voters: Voters }) {
  const { session, committee, members } = view
  const set = (changes: Partial<ItemDraft>) => onDraft({ ...draft, ...changes })
  if (draft.opinion === 'deferred') return <p className={style.hint}>{words.methodDeferred}</p>
  const room = { type: committee.instanceType, chairId: session.chairId, voterIds: voters.ids }
  const hasVote = draft.method !== 'none'
  const counts = countsOf(draft, voters.ids)
  const isCounted = countTotal(counts) === voters.ids.length
  const asksChair = asksChairBallot(draft, room)
  const awaitsChair = asksChair && draft.chairBallot === null
  return (
    <>
      <div className={style.inline}>
        <Segments
          label={words.method}
          isLabelHidden
          value={draft.method}
          options={methods.map((value) => ({ value, label: methodWords[value] }))}
          onChange={(method: Vote['method'] | 'none') => set({ method })}
        />
        {draft.method === 'show-of-hands' ? (
          <Checkbox isSelected={draft.isNamed} onChange={(isNamed) => set({ isNamed })}>
            {stepWords.named}
          </Checkbox>
        ) : null}
        {draft.method === 'secret' || draft.method === 'roll-call' ? (
          <CheckMenu
            label={
              draft.requestedBy.length === 0
                ? stepWords.requestedNobody
                : stepWords.requestedByCount(draft.requestedBy.length)
            }
            menuLabel={stepWords.requestedBy}
            options={inPerson(voters).map((id) => ({ key: id, label: nameOf(members, id) }))}
            selected={new Set(draft.requestedBy)}
            onChange={(chosen) => set({ requestedBy: [...chosen] })}
          />
        ) : null}
      </div>
      {hasVote ? <Request view={view} item={item} draft={draft} voters={voters} /> : null}
      {isByName(draft) ? (
        <RollCall members={members} voters={voters} named={draft.named} onNamed={(named) => set({ named })} />
      ) : hasVote ? (
        <CountFields
          counts={counts}
          isSecret={draft.method === 'secret'}
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
      {hasVote && isCounted && !awaitsChair ? (
        <Outcome
          outcome={outcomeOfDraft(draft, room)}
          literalAccepted={draft.literalAccepted}
          onLiteral={(literalAccepted) => set({ literalAccepted })}
        />
      ) : null}
      {hasVote ? (
        <Disagreements
          members={members}
          presentIds={voters.ids}
          disagreements={draft.disagreements}
          onDisagreements={(disagreements) => set({ disagreements })}
        />
      ) : null}
    </>
  )
}

const methods = ['show-of-hands', 'roll-call', 'secret', 'none'] as const
const ballots: readonly Ballot[] = ['for', 'against', 'abstention', 'not-taking-part']

const inPerson = ({ ids, proxies }: Voters): readonly string[] =>
  ids.filter((id) => !proxies.some(({ giverId }) => giverId === id))

/** A council's secret or public ballot on request: whether enough members asked for it. */
function Request({
  view,
  item,
  draft,
  voters,
}: Pick<DraftProps, 'view' | 'item' | 'draft'> & { voters: Voters }) {
  if (draft.method === 'none') return null
  const checked = checkBallotRequest(
    { method: draft.method, requestedBy: draft.requestedBy },
    { type: view.committee.instanceType, kind: item.kind, inPersonIds: inPerson(voters) },
  )
  if (checked.ok) return null
  const { asked, required } = checked.refusal.details
  return <p className={style.owed}>◐ {stepWords.requestMissing(Number(asked), Number(required))}</p>
}

function Outcome({
  outcome,
  literalAccepted,
  onLiteral,
}: {
  outcome: VoteOutcome | null
  literalAccepted: boolean | null
  onLiteral: (isAccepted: boolean) => void
}) {
  if (outcome === null) return null
  if (outcome.literalReadingRefuses) {
    return (
      <Notice tone="check">
        {words.literalReading}
        <Segments
          label={stepWords.literalQuestion}
          value={literalAccepted === null ? null : literalAccepted ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: stepWords.literalYes },
            { value: 'no', label: stepWords.literalNo },
          ]}
          onChange={(answer: 'yes' | 'no') => onLiteral(answer === 'yes')}
        />
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
