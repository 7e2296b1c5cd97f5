import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { useHotkeys } from '../../../ui/useHotkeys.ts'
import { proposalWords, words } from '../words.ts'
import style from './ItemPanel.module.css'
import { isDraftReady } from './isDraftReady.ts'
import { itemVoters } from './itemVoters.ts'
import { type DraftProps, ProposalFields } from './ProposalFields.tsx'
import { roomOfDraft } from './roomOfDraft.ts'
import { StepSection } from './StepSection.tsx'
import { VoteFields } from './VoteFields.tsx'
import { proposalOf } from './voteDraft.ts'

/** The proposal, its vote, and the act that records the point. */
export function DecisionSteps({
  view,
  item,
  draft,
  onDraft,
  hour,
  isNext,
  onDecided,
}: DraftProps & { hour: string; isNext: boolean; onDecided: () => void }) {
  const { session } = view
  const { act, refusal, isActing } = useAct('session.decide')
  const voters = itemVoters(view, item)
  const room = roomOfDraft(view, voters.ids)
  const proposal = proposalOf(draft, item, room, hour)
  const isReady = isDraftReady(draft, item, room) && session.status === 'open' && !isActing
  const decide = async () => {
    if (proposal === null || !isReady) return
    const decided = await act({ sessionId: session.id, proposal })
    if (decided.ok) onDecided()
  }
  useHotkeys({ 'Control+Enter': () => void decide() }, { inFields: true })
  const fields = { view, item, draft, onDraft }
  return (
    <>
      <StepSection id="proposal">
        <ProposalFields {...fields} />
      </StepSection>
      <StepSection
        id="vote"
        beside={
          draft.method === 'none' || draft.opinion === 'deferred' ? undefined : (
            <span className={style.hint}>{words.voters(voters.ids.length)}</span>
          )
        }
      >
        <VoteFields {...fields} voters={voters} />
      </StepSection>
      <footer className={style.bar}>
        <RefusalNotice refusal={refusal} />
        <div className={style.act} {...(isNext && draft.opinion !== null ? { 'data-next': true } : {})}>
          <Button
            variant={isNext ? 'primary' : 'plain'}
            shortcut="Control+Enter"
            isDisabled={!isReady}
            onPress={() => void decide()}
          >
            {words.decide}
          </Button>
          <span className={style.hint}>
            {proposal === null ? '' : `${proposalWords(proposal, item.kind)} · `}
            {words.decidedAt(hour)}
          </span>
        </div>
      </footer>
    </>
  )
}
