import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { useFocusOnNext } from '../room/useFocusOnNext.ts'
import { awaitedBack } from './awaitedBack.ts'
import { DebateStep } from './DebateStep.tsx'
import style from './ItemPanel.module.css'
import { OutcomeView } from './OutcomeView.tsx'
import { ProposalStep } from './ProposalStep.tsx'
import { RecusalStep } from './RecusalStep.tsx'
import { ReportStep } from './ReportStep.tsx'
import { VoteStep } from './VoteStep.tsx'
import { type ItemDraft, startDraft } from './voteDraft.ts'

export interface ItemPanelProps {
  readonly view: SessionView
  readonly item: SessionItemView
  readonly hour: string
  /** Keyed on this item and not recorded yet; undefined before anything was keyed. */
  readonly draft: ItemDraft | undefined
  readonly onDraft: (draft: ItemDraft) => void
  readonly onDecided: () => void
}

/** One point in the order of speech: report, recusals, debate, proposal, vote. The next action has the focus. */
export function ItemPanel({
  view,
  item,
  hour,
  draft = startDraft(item),
  onDraft,
  onDecided,
}: ItemPanelProps) {
  const { session } = view
  const recorded = session.agenda.find(({ id }) => id === item.itemId)
  const toLeave = item.recusedIds.filter((id) => session.attendance[id]?.inRoom).length
  const moves = `${toLeave}/${awaitedBack(view, item).length}`
  const place = useFocusOnNext(`${item.itemId}/${recorded?.outcome === null}/${moves}`)
  if (recorded === undefined) return null
  const step = { view, item, hour, recorded }
  return (
    <article className={style.panel} ref={place}>
      <ReportStep {...step} />
      <RecusalStep {...step} />
      <DebateStep {...step} />
      {recorded.outcome === null ? (
        <>
          <ProposalStep {...step} draft={draft} onDraft={onDraft} />
          <VoteStep {...step} draft={draft} onDraft={onDraft} onDecided={onDecided} />
        </>
      ) : (
        <OutcomeView {...step} outcome={recorded.outcome} onDraft={onDraft} />
      )}
    </article>
  )
}
