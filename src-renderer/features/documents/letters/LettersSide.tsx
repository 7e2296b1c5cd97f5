import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { SessionSummary } from '#shared/contract/answers.ts'
import type { CandidatureLine, DocumentBoard } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { Preview } from '../pages/Preview.tsx'
import style from '../Screen.module.css'
import { words } from '../words.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { CandidatureDocument } from './CandidatureDocument.tsx'
import { CandidatureTable } from './CandidatureTable.tsx'

/** What is written to each applicant: one by one with the pages in sight, or all in one go. */
export function LettersSide({ session, choice }: { session: SessionSummary; choice: ReactNode }) {
  const board = useRead('document.board', { sessionId: session.id })
  return <Reading read={board}>{(found) => <Letters board={found} choice={choice} />}</Reading>
}

function Letters({ board, choice }: { board: DocumentBoard; choice: ReactNode }) {
  const search = useSearch({ strict: false }) as { candidature?: string; piece?: string }
  const navigate = useNavigate()
  const [isBatching, setBatching] = useState(false)
  const { candidatures, sessionId } = board
  const chosen = candidatures.find(({ candidatureId }) => candidatureId === search.candidature) ?? null
  const goTo = (candidature: string, piece: string) =>
    void navigate({
      to: '/documents',
      search: { ...search, session: sessionId, view: 'lettres', candidature, piece },
      replace: true,
    })
  if (candidatures.length === 0)
    return (
      <div className={style.wide}>
        <div className={style.narrow}>{choice}</div>
        <p className={style.hint}>{words.lettersEmpty}</p>
      </div>
    )
  return (
    <div className={chosen === null ? style.wide : style.halves}>
      <div className={style.scrolled}>
        <div className={style.heading}>
          <div className={style.narrow}>{choice}</div>
          <Button variant="primary" onPress={() => setBatching(true)}>
            {words.batch}
          </Button>
        </div>
        <CandidatureTable candidatures={candidatures} chosen={chosen} onChoose={goTo} />
      </div>
      {chosen === null ? null : (
        <Chosen sessionId={sessionId} line={chosen} piece={search.piece} onPiece={goTo} />
      )}
      <BatchDialog board={board} isOpen={isBatching} onClose={() => setBatching(false)} />
    </div>
  )
}

function Chosen({
  sessionId,
  line,
  piece,
  onPiece,
}: {
  sessionId: string
  line: CandidatureLine
  piece: string | undefined
  onPiece: (candidatureId: string, piece: string) => void
}) {
  const { candidatureId, documents } = line
  const shown =
    documents.find(({ document }) => document === piece) ??
    documents.find(({ document }) => document === line.letter) ??
    documents[0]
  if (shown === undefined) return null
  const request = { sessionId, candidatureId, document: shown.document, reading: 'full' } as const
  return (
    <div className={style.reading}>
      <nav className={style.pieces} aria-label={words.document}>
        {documents.map(({ document }) => (
          <Button
            key={document}
            variant="quiet"
            isPressed={document === shown.document}
            onPress={() => onPiece(candidatureId, document)}
          >
            {documentNames[document]}
          </Button>
        ))}
      </nav>
      <CandidatureDocument line={line} shown={shown} request={request} />
      <Preview request={request} />
    </div>
  )
}
