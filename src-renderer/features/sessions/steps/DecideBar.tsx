import { useEffect, useRef, useState } from 'react'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { isTyping, useHotkeys } from '../../../ui/useHotkeys.ts'
import { proposalWords, words } from '../words.ts'
import style from './ItemPanel.module.css'
import { itemVoters } from './itemVoters.ts'
import { missingInDraft } from './missingInDraft.ts'
import type { DraftProps } from './ProposalFields.tsx'
import { roomOfDraft } from './roomOfDraft.ts'
import { unreadField } from './unreadField.ts'
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
  const [isUnread, setUnread] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is keyed anew ends the complaint.
  useEffect(() => setUnread(false), [draft])
  const decide = async () => {
    const unread = unreadField()
    setUnread(unread !== null)
    unread?.focus()
    if (unread !== null || proposal === null || !isReady) return
    const decided = await act({ sessionId: session.id, proposal })
    if (decided.ok) onDecided()
  }
  const onKeys = (event: KeyboardEvent) => {
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
    if (isInDialog) return
    // What is being typed is given first, so that the act records what the screen shows.
    const field = isTyping(event.target) ? (event.target as HTMLElement) : null
    field?.blur()
    field?.focus()
    setTimeout(() => void latest.current())
  }
  const latest = useRef(decide)
  latest.current = decide
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
          {isUnread || missing !== null
            ? missingWords[isUnread || missing === null ? 'unread' : missing]
            : `${proposal === null ? '' : `${proposalWords(proposal, item.kind)} · `}${words.decidedAt(hour)}`}
        </span>
      </div>
    </footer>
  )
}
