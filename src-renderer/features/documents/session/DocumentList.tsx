import type { BoardLine } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import style from '../Screen.module.css'
import { type DocumentKind, words } from '../words.ts'

/** In the order of the chain; what cannot be made yet can be looked at, for the preview says what is missing. */
export function DocumentList({
  lines,
  document,
  onChoose,
}: {
  lines: readonly BoardLine[]
  document: DocumentKind
  onChoose: (document: DocumentKind) => void
}) {
  return (
    <fieldset className={style.kinds}>
      <legend>{words.document}</legend>
      {lines.map((line) => (
        <label key={line.document} className={style.kind} data-chosen={line.document === document}>
          <input
            type="radio"
            name="document"
            checked={line.document === document}
            onChange={() => onChoose(line.document)}
          />
          <span className={style.kindName}>{documentNames[line.document]}</span>
          {line.missing.length > 0 ? (
            <span className={style.mark}>{words.incomplete}</span>
          ) : line.issues.length > 0 ? (
            <span className={style.mark}>{words.produced(line.issues.length)}</span>
          ) : null}
        </label>
      ))}
    </fieldset>
  )
}
