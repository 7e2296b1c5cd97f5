import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { useHotkeys } from '../../../ui/useHotkeys.ts'
import { proposalWords, words } from '../words.ts'
import style from './ItemPanel.module.css'
import { itemVoters } from './itemVoters.ts'
import { missingInDraft } from './missingInDraft.ts'
import type { DraftProps } from './ProposalFields.tsx'
import { roomOfDraft } from './roomOfDraft.ts'
import { proposalOf } from './voteDraft.ts'
import { missingWords } from './words.ts'

/** The act that records the point, always in sight, with what it will record. */
export function DecideBar({
  view,
  item,
  draft,
  hour,
  isNext,
  onDecided,
}: Omit<DraftProps, 'onDraft'> & { hour: string; isNext: boolean; onDecided: () => void }) {
  const { session } = view
  const { act, refusal, isActing } = useAct('session.decide')
  const room = roomOfDraft(view, itemVoters(view, item).ids)
  const proposal = proposalOf(draft, item, room, hour)
  const missing = missingInDraft(draft, item, room)
  const isReady = missing === null && !isActing
  const decide = async () => {
    if (proposal === null || !isReady) return
    const decided = await act({ sessionId: session.id, proposal })
    if (decided.ok) onDecided()
  }
  const onKeys = (event: KeyboardEvent) => {
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
    if (!isInDialog) void decide()
  }
  useHotkeys({ 'Control+Enter': onKeys }, { inFields: true, isFirst: true })
  return (
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
          {missing !== null
            ? missingWords[missing]
            : `${proposal === null ? '' : `${proposalWords(proposal, item.kind)} · `}${words.decidedAt(hour)}`}
        </span>
      </div>
    </footer>
  )
}
