import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useHotkeys } from '../../../ui/useHotkeys.ts'
import { useSingleKeys } from '../../../ui/useSingleKeys.ts'
import { MarksStep } from '../marks/MarksStep.tsx'
import { useFocusOnNext } from '../room/useFocusOnNext.ts'
import type { SessionClock } from '../room/useSessionClock.ts'
import { kindWords, roomWords } from '../room/words.ts'
import { useCitedDossiers } from '../spoken/useCitedDossiers.ts'
import { usePhraseValues } from '../spoken/usePhraseValues.ts'
import { awaitedBack } from './awaitedBack.ts'
import { DebateStep } from './DebateStep.tsx'
import { DecideBar } from './DecideBar.tsx'
import { DecisionSteps } from './DecisionSteps.tsx'
import style from './ItemPanel.module.css'
import { nextAction } from './nextAction.ts'
import { OutcomeView } from './OutcomeView.tsx'
import { RecusalStep } from './RecusalStep.tsx'
import { ReportStep } from './ReportStep.tsx'
import { StepBar } from './StepBar.tsx'
import { StepSection } from './StepSection.tsx'
import { type StepId, stepIds, stepsOf } from './step.ts'
import { type ItemDraft, startDraft } from './voteDraft.ts'

export interface ItemPanelProps {
  readonly view: SessionView
  readonly item: SessionItemView
  readonly recorded: AgendaItem
  readonly hour: string
  readonly clock: SessionClock
  /** Keyed on this item and not recorded yet; undefined before anything was keyed. */
  readonly draft: ItemDraft | undefined
  readonly onDraft: (draft: ItemDraft) => void
  readonly onDecided: () => void
}

/** One point in the order of speech: report, recusals, debate, marks, proposal, vote. The next action has the focus. */
export function ItemPanel({
  view,
  item,
  recorded,
  hour,
  clock,
  draft = startDraft(item),
  onDraft,
  onDecided,
}: ItemPanelProps) {
  const { session } = view
  const isOpen = session.status === 'open'
  const next = nextAction(session, item, recorded, awaitedBack(view, item).length)
  const toLeave = item.recusedIds.filter((id) => session.attendance[id]?.inRoom).length
  const place = useFocusOnNext(`${item.itemId}/${next}/${toLeave}`)
  const steps = stepsOf(recorded)
  const goTo = (id: StepId) => {
    const step = place.current?.querySelector<HTMLElement>(`[data-step="${id}"]`)
    step?.scrollIntoView({ block: 'start' })
    const control = controls.map((kind) => step?.querySelector<HTMLElement>(kind)).find(Boolean)
    control?.focus({ preventScroll: true })
  }
  const [singleKeys] = useSingleKeys()
  useHotkeys(Object.fromEntries(steps.map((id) => [`Digit${stepIds.indexOf(id) + 1}`, () => goTo(id)])), {
    isEnabled: singleKeys,
  })
  const { candidatureId } = item
  const dossiers = useCitedDossiers(view.items)
  const values = usePhraseValues(item, recorded.rapporteurId, view.members)
  return (
    <article className={style.panel} ref={place} tabIndex={-1}>
      <header className={style.head}>
        <h2 className={style.title}>
          {item.number === null ? '' : `${item.number} · `}
          {item.applicant || item.title}
          <span className={style.project}>
            {[kindWords[item.kind], item.applicant === '' ? '' : item.title].filter(Boolean).join(' · ')}
          </span>
        </h2>
        <StepBar
          steps={steps.map((id) => ({ id, key: String(stepIds.indexOf(id) + 1), ...stateOf(id) }))}
          onGo={goTo}
        />
      </header>
      <div className={style.body}>
        {next === 'resume' ? (
          <Notice tone="reserved">
            {roomWords.suspendedSince(session.pauses.at(-1)?.from ?? '')}
            <span data-next>
              <Button variant="primary" onPress={clock.togglePause}>
                {roomWords.resumeSession}
              </Button>
            </span>
          </Notice>
        ) : null}
        {next === 'call' ? (
          <div className={style.act}>
            <span data-next>
              <Button variant="primary" onPress={() => clock.callPoint(item.itemId)}>
                {recorded.runs.length === 0 ? roomWords.call : roomWords.callAgain}
              </Button>
            </span>
            <span className={style.hint}>{roomWords.callHint}</span>
          </div>
        ) : null}
        <ReportStep view={view} item={item} recorded={recorded} />
        <RecusalStep view={view} item={item} hour={hour} recorded={recorded} next={next} />
        <DebateStep
          sessionId={session.id}
          itemId={item.itemId}
          debate={recorded.debate}
          isOpen={isOpen}
          dossiers={dossiers}
          values={values}
        />
        {candidatureId !== null && steps.includes('marks') ? (
          <StepSection id="marks">
            <MarksStep
              sessionId={session.id}
              callId={session.callId}
              itemId={item.itemId}
              candidatureId={candidatureId}
              isOpen={isOpen}
              isDecided={recorded.outcome !== null}
              hour={hour}
              tiedWith={item.tiedWith.join(', ')}
              isNext={next === 'marks' || next === 'reveal'}
            />
          </StepSection>
        ) : null}
        {recorded.outcome === null ? (
          isOpen ? (
            <DecisionSteps view={view} item={item} draft={draft} onDraft={onDraft} />
          ) : null
        ) : (
          <OutcomeView view={view} item={item} outcome={recorded.outcome} onDraft={onDraft} />
        )}
      </div>
      {recorded.outcome === null && isOpen ? (
        <DecideBar
          view={view}
          item={item}
          draft={draft}
          hour={hour}
          isNext={next === 'decide'}
          onDecided={onDecided}
        />
      ) : null}
    </article>
  )

  function stateOf(id: StepId): { readonly note: string; readonly isDone: boolean } {
    switch (id) {
      case 'recusals':
        return { note: item.recusedIds.length === 0 ? '' : String(item.recusedIds.length), isDone: false }
      case 'debate':
        return { note: '', isDone: recorded.debate !== '' }
      case 'marks':
        return {
          note: item.sheetsExpected === 0 ? '' : `${item.sheetsFiled}/${item.sheetsExpected}`,
          isDone: item.sheetsExpected > 0 && item.sheetsFiled === item.sheetsExpected,
        }
      case 'vote':
      case 'proposal':
        return { note: '', isDone: recorded.outcome !== null }
      case 'report':
        return { note: '', isDone: recorded.runs.length > 0 }
    }
  }
}

/** What takes the keys when one goes to a step: the active cell of a grid, else its first field or button. */
const controls = [
  '[data-cell][tabindex="0"]',
  'input[type="radio"]:checked',
  '[role="textbox"], textarea, input:not([type="hidden"])',
  'select',
  'button',
]
