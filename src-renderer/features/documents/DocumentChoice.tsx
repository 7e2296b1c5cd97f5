import { useState } from 'react'
import type { SessionSummary } from '#shared/contract/answers.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { formatDate } from '../../ui/formatDate.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import style from './Screen.module.css'
import {
  type DocumentFormat,
  type DocumentKind,
  documentsOf,
  documentWords,
  formatWords,
  words,
} from './words.ts'

/** Which session, which document, which file; then the export. */
export function DocumentChoice({
  sessions,
  session,
  document,
  format,
  onChoose,
}: {
  sessions: readonly SessionSummary[]
  session: SessionSummary
  document: DocumentKind
  format: DocumentFormat
  onChoose: (set: { session?: string; document?: DocumentKind; format?: DocumentFormat }) => void
}) {
  const choosing = useAct('file.choose')
  const exporting = useAct('document.export')
  const [exported, setExported] = useState<string | null>(null)
  const exportIt = async () => {
    setExported(null)
    const suggestedName = `${documentWords[document]} ${session.number ?? session.date}.${format}`
    const chosen = await choosing.act({ purpose: 'document', suggestedName })
    if (!chosen.ok || chosen.value.path === null) return
    const done = await exporting.act({ sessionId: session.id, document, format, path: chosen.value.path })
    if (done.ok) setExported(nameOf(done.value.path))
  }
  return (
    <section className={style.group}>
      <Select
        label={words.session}
        value={session.id}
        options={sessions.map((each) => ({
          value: each.id,
          label: [each.number ?? words.notClosed, formatDate(each.date), each.callName].join(' · '),
        }))}
        onChange={(id) => onChoose({ session: id })}
      />
      <fieldset className={style.kinds}>
        <legend>{words.document}</legend>
        {documentsOf[session.status].map((kind) => (
          <label key={kind} className={style.kind} data-chosen={kind === document}>
            <input
              type="radio"
              name="document"
              checked={kind === document}
              onChange={() => onChoose({ document: kind })}
            />
            {documentWords[kind]}
          </label>
        ))}
      </fieldset>
      <div>
        <Segments
          label={words.format}
          value={format}
          options={formatsOf(document).map((value) => ({ value, label: formatWords[value] }))}
          onChange={(value: DocumentFormat) => onChoose({ format: value })}
        />
        <p className={style.hint}>{words.formatHint[format]}</p>
      </div>
      <RefusalNotice refusal={choosing.refusal ?? exporting.refusal} />
      <Button variant="primary" isDisabled={exporting.isActing} onPress={() => void exportIt()}>
        {words.export}
      </Button>
      {exported === null ? null : (
        <Notice tone="favourable" isAlert>
          {words.exported} : {exported}
        </Notice>
      )}
    </section>
  )
}

const formatsOf = (document: DocumentKind): readonly DocumentFormat[] =>
  document === 'ranking' ? ['pdf', 'docx', 'csv'] : ['pdf', 'docx']

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
