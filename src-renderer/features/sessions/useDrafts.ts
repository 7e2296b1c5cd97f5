import { useState } from 'react'
import type { Session } from '#shared/domain/session/session.ts'
import { useAct } from '../../bridge/useAct.ts'
import { type ItemDraft, readDraft } from './voteDraft.ts'

/**
 * What is keyed on each item and not decided yet. The host keeps every change, so that a crash in the room loses at most the
 * field being typed; until it has answered, the screen shows its own.
 */
export function useDrafts(session: Session): {
  readonly draftOf: (itemId: string) => ItemDraft | undefined
  readonly keep: (itemId: string, draft: ItemDraft) => void
} {
  const { act } = useAct('session.keep-draft')
  const [pending, setPending] = useState<Readonly<Record<string, ItemDraft>>>({})
  const keep = async (itemId: string, draft: ItemDraft) => {
    setPending((before) => ({ ...before, [itemId]: draft }))
    const kept = await act({ sessionId: session.id, itemId, draft: JSON.stringify(draft) })
    // Read again by then; a refused or newer one stays on the screen.
    if (kept.ok) setPending((before) => (before[itemId] === draft ? without(before, itemId) : before))
  }
  return {
    draftOf: (itemId) =>
      pending[itemId] ?? readDraft(session.agenda.find(({ id }) => id === itemId)?.draft ?? ''),
    keep: (itemId, draft) => void keep(itemId, draft),
  }
}

function without(
  drafts: Readonly<Record<string, ItemDraft>>,
  itemId: string,
): Readonly<Record<string, ItemDraft>> {
  const { [itemId]: _kept, ...others } = drafts
  return others
}
