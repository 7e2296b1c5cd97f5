import { useState } from 'react'
import type { CandidatureDocuments } from '#shared/domain/documents/documentBoard.ts'
import { Reading } from '../../../bridge/Reading.tsx'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import style from '../Dossier.module.css'
import { dossierDocumentWords, words } from './words.ts'

type Line = CandidatureDocuments['documents'][number]

/** Documents of this candidature: made from what is keyed, or what is missing to make them. */
export function DossierDocuments({ candidatureId }: { candidatureId: string }) {
  const read = useRead('document.of-candidature', { candidatureId })
  const choosing = useAct('file.choose')
  const exporting = useAct('document.export')
  const [saved, setSaved] = useState<string | null>(null)
  const save = async ({ document }: Line, format: 'pdf' | 'docx') => {
    setSaved(null)
    const suggestedName = `${dossierDocumentWords[document]}.${format}`
    const chosen = await choosing.act({ purpose: 'document', suggestedName })
    if (!chosen.ok || chosen.value.path === null) return
    const { path } = chosen.value
    const done = await exporting.act({ sessionId: null, candidatureId, document, format, path })
    if (done.ok) setSaved(done.value.path.split(/[\\/]/u).at(-1) ?? done.value.path)
  }
  return (
    <section className={style.section}>
      <h2>{words.documents}</h2>
      <RefusalNotice refusal={choosing.refusal ?? exporting.refusal} />
      {saved === null ? null : (
        <Notice tone="favourable" isAlert>
          {words.saved(saved)}
        </Notice>
      )}
      <Reading read={read}>
        {({ documents }) => (
          <ul className={style.people}>
            {documents.map((line) => (
              <li key={line.document} className={style.person}>
                <span className={style.personWords}>
                  {dossierDocumentWords[line.document]}
                  {line.missing.length > 0 ? (
                    <p className={style.hint}>{words.missing(line.missing)}</p>
                  ) : line.issues.length > 0 ? (
                    <p className={style.hint}>{words.left(line.issues.length)}</p>
                  ) : null}
                </span>
                {line.missing.length > 0
                  ? null
                  : (['pdf', 'docx'] as const).map((format) => (
                      <Button
                        key={format}
                        variant="quiet"
                        isDisabled={exporting.isActing}
                        label={`${words.saveAs[format]} : ${dossierDocumentWords[line.document]}`}
                        onPress={() => void save(line, format)}
                      >
                        {words.saveAs[format]}
                      </Button>
                    ))}
              </li>
            ))}
          </ul>
        )}
      </Reading>
    </section>
  )
}
