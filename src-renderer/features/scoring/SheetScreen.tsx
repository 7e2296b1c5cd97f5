import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Call } from '#shared/domain/call/call.ts'
import { collegialEvaluator } from '#shared/domain/scoring/sheet.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { useTitle } from '../../frame/useTitle.ts'
import { DossierReading } from '../../reading/DossierReading.tsx'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import { isTyping, useHotkeys } from '../../ui/useHotkeys.ts'
import { evaluatorName } from './evaluatorName.ts'
import { FilingRecap } from './FilingRecap.tsx'
import { GridPanel } from './GridPanel.tsx'
import { RecusalDialog } from './RecusalDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { SheetHead } from './SheetHead.tsx'
import style from './SheetScreen.module.css'
import { unmarkedNeighbour } from './unmarkedNeighbour.ts'
import { useSheet } from './useSheet.ts'
import { words } from './words.ts'

/** The dossier to read at the left, the grid to fill at the right. Nothing of a recused dossier is asked of the host. */
export function SheetScreen({
  call,
  evaluatorId,
  candidatureId,
}: {
  call: Call
  evaluatorId: string
  candidatureId: string
}) {
  const sheet = useSheet(candidatureId, evaluatorId)
  const dossier = useRead('candidature.get', { candidatureId })
  const progress = useRead('sheet.progress', { callId: call.id, evaluatorId })
  const members = useRead('member.list', {})
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'recusal' | 'filing' | 'reopening' | null>(null)
  const name = evaluatorName(members.value, evaluatorId)
  useTitle(name === '' ? words.title : `${words.title} · ${name}`)
  const pile = progress.value?.candidatures ?? []

  const go = (direction: 'next' | 'previous') => {
    const candidature = unmarkedNeighbour(pile, candidatureId, direction)
    if (candidature === null) return announce(words.allDone)
    void navigate({ to: '/notes', search: { call: call.id, evaluator: evaluatorId, candidature } })
  }
  const toPile = () => void navigate({ to: '/notes', search: { call: call.id, evaluator: evaluatorId } })
  const mayRecuse = evaluatorId !== collegialEvaluator
  useHotkeys(
    {
      'Control+Enter': () => sheet.read.value?.sheet.status === 'draft' && setAsked('filing'),
      'Alt+ArrowRight': () => go('next'),
      'Alt+ArrowLeft': () => go('previous'),
    },
    { inFields: true, isEnabled: asked === null },
  )

  const isRecused = sheet.read.refusal?.code === 'mark.recused'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back one step, to the pile.
    <div
      className={style.screen}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || asked !== null || isTyping(event.target))
          return
        event.preventDefault()
        toPile()
      }}
    >
      <SheetHead
        name={name}
        entity={`sheet/${candidatureId}/${evaluatorId}`}
        progress={progress.value}
        onPile={toPile}
        onPrevious={() => go('previous')}
        onNext={() => go('next')}
        {...(mayRecuse && !isRecused ? { onRecuse: () => setAsked('recusal') } : {})}
      />
      {isRecused ? (
        <EmptyPlace
          title={words.recusedTitle}
          action={
            <Button variant="primary" autoFocus onPress={() => go('next')}>
              {words.goOnAfterRecusal}
            </Button>
          }
        >
          {words.recused}
        </EmptyPlace>
      ) : (
        <Reading read={sheet.read}>
          {(view) => (
            <div className={style.columns}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls by the keyboard only when it can be focused. */}
              <article className={style.dossier} aria-label={words.dossier} tabIndex={0}>
                <Reading read={dossier}>{(found) => <DossierReading view={found} />}</Reading>
              </article>
              <aside className={style.grid} aria-label={words.grid}>
                <RefusalNotice refusal={sheet.refusal} />
                <GridPanel
                  view={view}
                  onMark={sheet.mark}
                  onNext={() => go('next')}
                  onPrevious={() => go('previous')}
                  onRecuse={() => mayRecuse && setAsked('recusal')}
                  onFile={() => setAsked('filing')}
                  onReopen={() => setAsked('reopening')}
                />
              </aside>
              {asked === 'filing' ? (
                <FilingRecap
                  view={view}
                  onClose={() => setAsked(null)}
                  onFile={async () => {
                    const filed = await sheet.file()
                    setAsked(null)
                    if (filed.ok) go('next')
                  }}
                />
              ) : null}
            </div>
          )}
        </Reading>
      )}
      {asked === 'reopening' ? (
        <ReopenDialog
          onClose={() => setAsked(null)}
          onReopen={async (reason) => {
            await sheet.reopen(reason)
            setAsked(null)
          }}
        />
      ) : null}
      {asked === 'recusal' ? (
        <RecusalDialog
          candidatureId={candidatureId}
          memberId={evaluatorId}
          name={name}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </div>
  )
}
