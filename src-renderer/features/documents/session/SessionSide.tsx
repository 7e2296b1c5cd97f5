import { useId } from 'react'
import type { SessionSummary } from '#shared/contract/answers.ts'
import type { DocumentBoard } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { ActLine } from '../act/ActLine.tsx'
import { MinutesSteps } from '../minutes/MinutesSteps.tsx'
import { Missing } from '../missing/Missing.tsx'
import { Preview } from '../pages/Preview.tsx'
import style from '../Screen.module.css'
import { useDocumentsAddress } from '../useDocumentsAddress.ts'
import { DocumentList } from './DocumentList.tsx'
import { Issues } from './Issues.tsx'
import { MakeDocument } from './MakeDocument.tsx'
import { readings } from './readings.ts'

/** The documents of one session: choose, look at the very pages, export, follow the minutes to their publication. */
export function SessionSide({ session }: { session: SessionSummary }) {
  const board = useRead('document.board', { sessionId: session.id })
  return <Reading read={board}>{(found) => <Board board={found} />}</Reading>
}

function Board({ board }: { board: DocumentBoard }) {
  const { address, goTo } = useDocumentsAddress()
  const titleId = useId()
  const line =
    board.documents.find(({ document }) => document === address.document) ??
    board.documents.find(({ document, missing }) => document === 'minutes' && missing.length === 0) ??
    board.documents[0]
  if (line === undefined) return null
  const { document, missing } = line
  const reading =
    address.reading === 'communicable' && readings(board, document).includes('communicable')
      ? 'communicable'
      : 'full'
  const request = { sessionId: board.sessionId, document, reading } as const
  const isClosed = board.status === 'closed'
  return (
    <div className={style.columns}>
      <div className={style.choice}>
        <DocumentList
          lines={board.documents.filter(isListed)}
          document={document}
          onChoose={(chosen) => goTo({ document: chosen })}
        />
      </div>
      <section className={style.reading} aria-labelledby={titleId}>
        <div className={style.pieceActs}>
          <h2 id={titleId} className="visually-hidden">
            {documentNames[document]}
          </h2>
          {missing.length > 0 ? (
            <p className={style.pieceTitle}>{documentNames[document]}</p>
          ) : (
            <MakeDocument
              key={document}
              board={board}
              request={request}
              onRead={(chosen) => goTo({ reading: chosen })}
            />
          )}
          {isClosed && document === 'minutes' ? (
            <MinutesSteps sessionId={board.sessionId} minutes={board.minutes} />
          ) : null}
          {isClosed && document === 'resolution' ? <ActLine board={board} /> : null}
          <Issues issues={line.issues} />
        </div>
        {missing.length > 0 ? (
          <Missing items={missing} sessionId={board.sessionId} candidatures={board.candidatures} />
        ) : (
          <Preview request={request} />
        )}
      </section>
    </div>
  )
}

/** Minutes that nothing corrects have no rectifying act to complete. */
const isListed = ({ document, missing }: DocumentBoard['documents'][number]): boolean =>
  document !== 'rectification' || missing.length === 0
