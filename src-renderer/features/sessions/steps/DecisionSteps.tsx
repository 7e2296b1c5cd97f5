import { words } from '../words.ts'
import style from './ItemPanel.module.css'
import { itemVoters } from './itemVoters.ts'
import { type DraftProps, ProposalFields } from './ProposalFields.tsx'
import { StepSection } from './StepSection.tsx'
import { VoteFields } from './VoteFields.tsx'

/** The proposal and its vote, with the room as it is now. */
export function DecisionSteps(props: DraftProps) {
  const { view, item, draft } = props
  const voters = itemVoters(view, item)
  return (
    <>
      <StepSection id="proposal">
        <ProposalFields {...props} />
      </StepSection>
      <StepSection
        id="vote"
        beside={
          draft.method === 'none' || draft.opinion === 'deferred' ? undefined : (
            <span className={style.hint}>{words.voters(voters.ids.length)}</span>
          )
        }
      >
        <VoteFields {...props} voters={voters} />
      </StepSection>
    </>
  )
}
