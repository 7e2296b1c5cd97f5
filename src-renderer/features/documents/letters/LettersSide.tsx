import { useState } from 'react'
import type { SessionSummary } from '#shared/contract/answers.ts'
import type { DocumentBoard } from '#shared/domain/documents/documentBoard.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyPlace } from '../../../ui/EmptyPlace.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { ActLine } from '../act/ActLine.tsx'
import style from '../Screen.module.css'
import { useDocumentsAddress } from '../useDocumentsAddress.ts'
import { letterFilterWords, words } from '../words.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { CandidatureTable } from './CandidatureTable.tsx'
import { ChosenCandidature } from './ChosenCandidature.tsx'
import { ImportCorrespondents } from './ImportCorrespondents.tsx'
import own from './Letters.module.css'
import { countLetters, letterFilter, shownLetters } from './letterState.ts'

/** What is written to each applicant: one by one with the pages in sight, or all in one go. */
export function LettersSide({ session }: { session: SessionSummary }) {
  const board = useRead('document.board', { sessionId: session.id })
  return <Reading read={board}>{(found) => <Letters board={found} callId={session.callId} />}</Reading>
}

function Letters({ board, callId }: { board: DocumentBoard; callId: string }) {
  const { address, goTo } = useDocumentsAddress()
  const [isBatching, setBatching] = useState(false)
  const { candidatures, sessionId } = board
  if (candidatures.length === 0)
    return (
      <div className={style.wide}>
        <EmptyPlace
          title={words.lettersEmptyTitle}
          action={
            <LinkButton to={`/seances/${sessionId}`} variant="primary">
              {words.fillSession}
            </LinkButton>
          }
        >
          {words.lettersEmpty}
        </EmptyPlace>
      </div>
    )
  const filter = letterFilter(address.etat)
  const shown = shownLetters(candidatures, filter)
  const chosen = candidatures.find(({ candidatureId }) => candidatureId === address.candidature) ?? null
  return (
    <div className={chosen === null ? own.alone : own.beside}>
      <div className={own.list}>
        <div className={own.head}>
          {chosen === null ? <ActLine board={board} /> : null}
          <div className={style.toolbar}>
            <Segments
              label={words.lettersShown}
              isLabelHidden
              value={filter}
              options={countLetters(candidatures).map(({ filter: value, count }) => ({
                value,
                label: letterFilterWords[value](count),
              }))}
              onChange={(etat) => goTo({ etat: etat === 'all' ? '' : etat })}
            />
            {chosen === null ? (
              <span className={own.main}>
                <ImportCorrespondents callId={callId} />
                <Button variant="primary" onPress={() => setBatching(true)}>
                  {words.batch}
                </Button>
              </span>
            ) : null}
          </div>
        </div>
        <CandidatureTable
          candidatures={shown}
          chosen={chosen}
          onChoose={(candidature, piece) => goTo({ candidature, piece }, { isStep: chosen === null })}
        />
      </div>
      {chosen === null ? null : (
        <ChosenCandidature board={board} line={chosen} among={shown} piece={address.piece} onGo={goTo} />
      )}
      <BatchDialog board={board} isOpen={isBatching} onClose={() => setBatching(false)} />
    </div>
  )
}
