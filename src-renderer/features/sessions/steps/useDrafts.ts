import { useState } from 'react'
import type { Session } from '#shared/domain/session/session.ts'
import { useAct } from '../../../bridge/useAct.ts'
import { type ItemDraft, readDraft } from './voteDraft.ts'

/**
 * What is keyed on each item and not decided yet. The host keeps every change, so that a crash in the room loses at most the
 * field being typed. While the room is open the screen shows its own: what it reads back may be older than what was keyed since.
 */
export function useDrafts(session: Session): {
  readonly draftOf: (itemId: string) => ItemDraft | undefined
  readonly keep: (itemId: string, draft: ItemDraft) => void
} {
  const { act } = useAct('session.keep-draft')
  const [keyed, setKeyed] = useState<Readonly<Record<string, ItemDraft>>>({})
  const keep = (itemId: string, draft: ItemDraft) => {
    setKeyed((before) => ({ ...before, [itemId]: draft }))
    void act({ sessionId: session.id, itemId, draft: JSON.stringify(draft) })
  }
  return {
    draftOf: (itemId) =>
      keyed[itemId] ?? readDraft(session.agenda.find(({ id }) => id === itemId)?.draft ?? ''),
    keep,
  }
}
