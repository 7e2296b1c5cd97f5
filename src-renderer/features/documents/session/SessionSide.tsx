import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SessionSummary } from '#shared/contract/answers.ts'
import type { DocumentBoard } from '#shared/domain/documents/documentBoard.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Preview } from '../pages/Preview.tsx'
import style from '../Screen.module.css'
import { ActForm } from './ActForm.tsx'
import { DocumentList } from './DocumentList.tsx'
import { Issues } from './Issues.tsx'
import { MakeDocument } from './MakeDocument.tsx'
import { MinutesSteps } from './MinutesSteps.tsx'
import { readings } from './readings.ts'

/** The documents of one session: choose, look at the very pages, export, follow the minutes to their publication. */
export function SessionSide({ session, choice }: { session: SessionSummary; choice: ReactNode }) {
  const board = useRead('document.board', { sessionId: session.id })
  return <Reading read={board}>{(found) => <Board board={found} choice={choice} />}</Reading>
}

function Board({ board, choice }: { board: DocumentBoard; choice: ReactNode }) {
  const search = useSearch({ strict: false }) as { document?: string; reading?: string }
  const navigate = useNavigate()
  const line =
    board.documents.find(({ document }) => document === search.document) ??
    board.documents.find(({ document, missing }) => document === 'minutes' && missing.length === 0) ??
    board.documents[0]
  if (line === undefined) return choice
  const { document } = line
  const reading =
    search.reading === 'communicable' && readings(board, document).includes('communicable')
      ? 'communicable'
      : 'full'
  const goTo = (set: Record<string, string>) =>
    void navigate({
      to: '/documents',
      search: { ...search, session: board.sessionId, document, ...set },
      replace: true,
    })
  const request = { sessionId: board.sessionId, document, reading } as const
  return (
    <div className={style.columns}>
      <div className={style.choice}>
        {choice}
        <DocumentList
          lines={board.documents.filter(isListed)}
          document={document}
          onChoose={(chosen) => goTo({ document: chosen })}
        />
        <Issues issues={line.issues} />
        {board.status === 'closed' ? (
          <>
            <MinutesSteps sessionId={board.sessionId} minutes={board.minutes} />
            <ActForm key={board.act?.number ?? ''} sessionId={board.sessionId} act={board.act} />
          </>
        ) : null}
      </div>
      <div className={style.reading}>
        <MakeDocument board={board} request={request} onRead={(chosen) => goTo({ reading: chosen })} />
        <Preview request={request} />
      </div>
    </div>
  )
}

/** Minutes that nothing corrects have no rectifying act to complete. */
const isListed = ({ document, missing }: DocumentBoard['documents'][number]): boolean =>
  document !== 'rectification' || missing.length === 0
