import { useEffect, useState } from 'react'
import type { ImportOutcome } from '#shared/contract/answers.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { Segments } from '../../ui/Segments.tsx'
import { guessKind, type SourceKind } from './guessKind.ts'
import style from './Import.module.css'
import { Mapping } from './Mapping.tsx'
import { PreviewReport } from './PreviewReport.tsx'
import { RunImport } from './RunImport.tsx'
import { words } from './words.ts'

export interface SourcePreviewProps {
  readonly callId: string
  readonly path: string
  readonly onDone: (outcome: ImportOutcome) => void
}

/** What the file would bring, read again each time one changes how to read it. Nothing is written here. */
export function SourcePreview({ callId, path, onDone }: SourcePreviewProps) {
  const [kind, setKind] = useState<SourceKind>(guessKind(path))
  const [mapping, setMapping] = useState<Readonly<Record<string, string | null>> | null>(null)
  const request = { callId, path, kind, mapping: mapping === null ? null : { ...mapping } }
  const preview = useRead('import.preview', request, { keepPrevious: true })
  const { again } = preview
  // The file may have been corrected and saved since it was last read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per arrival.
  useEffect(() => again(), [])
  return (
    <>
      <Segments
        label={words.kind}
        value={kind}
        options={[
          { value: 'fiches', label: words.fiches },
          { value: 'csv', label: words.csv },
        ]}
        onChange={(chosen) => {
          setKind(chosen)
          setMapping(null)
        }}
      />
      <Reading read={preview}>
        {(found) => (
          <div className={style.preview} aria-busy={preview.isWaiting}>
            <RunImport request={request} preview={found} onDone={onDone} />
            {found.kind === 'csv' && found.mapping.length > 0 ? (
              <Mapping columns={found.mapping} onChange={setMapping} />
            ) : null}
            <PreviewReport preview={found} />
          </div>
        )}
      </Reading>
    </>
  )
}
