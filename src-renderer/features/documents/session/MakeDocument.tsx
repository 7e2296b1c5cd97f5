import { useState } from 'react'
import type { DocumentBoard } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import type { Reading } from '#shared/domain/documents/model.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Segments } from '../../../ui/Segments.tsx'
import { PrintButton } from '../pages/PrintButton.tsx'
import style from '../Screen.module.css'
import { useSaving } from '../useSaving.ts'
import { type DocumentFormat, type DocumentKind, formatWords, words } from '../words.ts'
import { readings } from './readings.ts'

/** Which copy, which file; then export, print, or prepare for the signature book. */
export function MakeDocument({
  board,
  request,
  onRead,
}: {
  board: DocumentBoard
  request: { readonly sessionId: string; readonly document: DocumentKind; readonly reading: Reading }
  onRead: (reading: Reading) => void
}) {
  const [wanted, setFormat] = useState<DocumentFormat>('pdf')
  const exporting = useSaving('document.export')
  const preparing = useSaving('document.prepare-signing')
  const { document, reading } = request
  const formats = formatsOf(document)
  const format = formats.includes(wanted) ? wanted : 'pdf'
  const possible = readings(board, document)
  const suggestedName = `${documentNames[document]} ${board.number ?? board.date}.${format}`
  const saved = exporting.saved ?? preparing.saved
  return (
    <>
      <div className={style.toolbar}>
        {possible.length < 2 ? null : (
          <Segments
            label={words.reading}
            isLabelHidden
            value={reading}
            options={possible.map((value) => ({ value, label: words.readings[value] }))}
            onChange={onRead}
          />
        )}
        <Segments
          label={words.format}
          isLabelHidden
          value={format}
          options={formats.map((value) => ({ value, label: formatWords[value] }))}
          onChange={setFormat}
        />
        <Button
          variant="primary"
          isDisabled={exporting.isSaving}
          onPress={() => void exporting.save({ ...request, format }, suggestedName)}
        >
          {words.export}
        </Button>
        <PrintButton request={request} />
        {board.status === 'closed' ? (
          <Button
            isDisabled={preparing.isSaving}
            onPress={() =>
              void preparing.save({ ...request, format: 'pdf' }, suggestedName.replace(/\.\w+$/u, '.pdf'))
            }
          >
            {words.prepareSigning}
          </Button>
        ) : null}
        <p className={style.hint}>{words.formatHint[format]}</p>
      </div>
      <RefusalNotice refusal={exporting.refusal ?? preparing.refusal} />
      {saved === null ? null : (
        <Notice tone="favourable" isAlert>
          {words.exported(saved)}
        </Notice>
      )}
    </>
  )
}

const formatsOf = (document: DocumentKind): readonly DocumentFormat[] =>
  document === 'ranking' ? ['pdf', 'docx', 'csv'] : ['pdf', 'docx']
