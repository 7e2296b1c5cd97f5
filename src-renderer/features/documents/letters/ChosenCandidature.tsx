import { X } from 'lucide-react'
import type { CandidatureLine, DocumentBoard } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { Button } from '../../../ui/Button.tsx'
import { useHotkeys } from '../../../ui/useHotkeys.ts'
import { Missing } from '../missing/Missing.tsx'
import { Preview } from '../pages/Preview.tsx'
import style from '../Screen.module.css'
import type { DocumentsAddress } from '../useDocumentsAddress.ts'
import { words } from '../words.ts'
import { CandidatureDocument } from './CandidatureDocument.tsx'
import own from './Letters.module.css'

/** The documents of one candidature beside the list: which, its pages or what it lacks, and the next one. */
export function ChosenCandidature({
  board: { sessionId, candidatures },
  line,
  among,
  piece,
  onGo,
}: {
  board: DocumentBoard
  line: CandidatureLine
  /** Those of the list, in its order. */
  among: readonly CandidatureLine[]
  piece: string | undefined
  onGo: (set: DocumentsAddress) => void
}) {
  const { candidatureId, documents, number, applicant } = line
  const place = among.findIndex((each) => each.candidatureId === candidatureId)
  const goTo = (other: CandidatureLine | undefined) =>
    other === undefined ? undefined : () => onGo({ candidature: other.candidatureId, piece: '' })
  const goToPrevious = goTo(place < 1 ? undefined : among[place - 1])
  const goToNext = goTo(among[place + 1])
  const close = () => onGo({ candidature: '', piece: '' })
  useHotkeys({
    'Alt+ArrowLeft': () => goToPrevious?.(),
    'Alt+ArrowRight': () => goToNext?.(),
    Escape: close,
  })
  const shown =
    documents.find(({ document }) => document === piece) ??
    documents.find(({ document }) => document === line.letter) ??
    documents[0]
  const title = `${number} · ${applicant}`
  return (
    <section className={style.reading} aria-label={title}>
      <header className={own.chosen}>
        <h2 className={own.title} title={title}>
          {title}
        </h2>
        <Button
          variant="quiet"
          isDisabled={goToPrevious === undefined}
          onPress={() => goToPrevious?.()}
          shortcut="Alt+ArrowLeft"
        >
          {words.previous}
        </Button>
        <Button
          variant="quiet"
          isDisabled={goToNext === undefined}
          onPress={() => goToNext?.()}
          shortcut="Alt+ArrowRight"
        >
          {words.next}
        </Button>
        <Button variant="quiet" onPress={close} shortcut="Escape">
          <X aria-hidden="true" />
          {words.close}
        </Button>
      </header>
      {shown === undefined ? (
        <p className={own.none}>{words.noDocument}</p>
      ) : (
        <>
          <div className={style.pieceActs}>
            {documents.length < 2 ? (
              <p className={style.pieceTitle}>{documentNames[shown.document]}</p>
            ) : (
              <nav className={own.pieces} aria-label={words.document}>
                {documents.map(({ document }) => (
                  <Button
                    key={document}
                    variant="quiet"
                    isPressed={document === shown.document}
                    onPress={() => onGo({ piece: document })}
                  >
                    {documentNames[document]}
                  </Button>
                ))}
              </nav>
            )}
            <CandidatureDocument
              key={`${candidatureId}/${shown.document}`}
              line={line}
              shown={shown}
              request={{ sessionId, candidatureId, document: shown.document, reading: 'full' }}
            />
          </div>
          {shown.missing.length > 0 ? (
            <Missing
              items={shown.missing}
              sessionId={sessionId}
              candidatureId={candidatureId}
              candidatures={candidatures}
            />
          ) : (
            <Preview request={{ sessionId, candidatureId, document: shown.document, reading: 'full' }} />
          )}
        </>
      )}
    </section>
  )
}
