import { useState } from 'react'
import type { ItemOutcome } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { words } from '../words.ts'
import style from './ItemPanel.module.css'
import { outcomeVoters } from './itemVoters.ts'
import { missingInDraft } from './missingInDraft.ts'
import { ProposalFields } from './ProposalFields.tsx'
import { roomOfDraft } from './roomOfDraft.ts'
import { StepSection } from './StepSection.tsx'
import { unreadField } from './unreadField.ts'
import { VoteFields } from './VoteFields.tsx'
import { draftOfOutcome, proposalOf } from './voteDraft.ts'
import { stepWords } from './words.ts'

/** A decided point corrected before the closing: what was recorded, keyed again, with the reason that the history keeps. */
export function AmendForm({
  view,
  item,
  outcome,
  onDone,
}: {
  view: SessionView
  item: SessionItemView
  outcome: ItemOutcome
  onDone: () => void
}) {
  const { session } = view
  const { act, refusal, isActing } = useAct('session.amend')
  const [draft, setDraft] = useState(() => draftOfOutcome(outcome))
  const [reason, setReason] = useState('')
  const voters = outcomeVoters(view, outcome)
  const room = roomOfDraft(view, voters.ids)
  const proposal = proposalOf(draft, item, room, outcome.decidedAt)
  const amend = async () => {
    const unread = unreadField()
    unread?.focus()
    if (unread !== null || proposal === null) return
    const amended = await act({ sessionId: session.id, proposal, reason })
    if (amended.ok) onDone()
  }
  const fields = { view, item, draft, onDraft: setDraft }
  return (
    <>
      <StepSection id="proposal">
        <ProposalFields {...fields} />
      </StepSection>
      <StepSection id="vote" beside={<span className={style.hint}>{words.voters(voters.ids.length)}</span>}>
        <VoteFields {...fields} voters={voters} />
      </StepSection>
      <TextField
        label={stepWords.amendReason}
        description={stepWords.amendHint}
        value={reason}
        onType={setReason}
        onCommit={setReason}
      />
      <footer className={style.amendBar}>
        <RefusalNotice refusal={refusal} />
        <div className={style.act}>
          <Button
            variant="primary"
            isDisabled={reason.trim() === '' || missingInDraft(draft, item, room) !== null || isActing}
            onPress={() => void amend()}
          >
            {stepWords.amendAction}
          </Button>
          <Button onPress={onDone}>{words.cancel}</Button>
        </div>
      </footer>
    </>
  )
}
