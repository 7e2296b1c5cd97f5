import type { BoardLine } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { type DocumentKind, momentWords, words } from '../words.ts'
import style from './DocumentList.module.css'
import { documentGroups } from './documentGroups.ts'

/** By moment, in the order of the chain; what cannot be made yet is listed too, for it says what is missing. */
export function DocumentList({
  lines,
  document,
  onChoose,
}: {
  lines: readonly BoardLine[]
  document: DocumentKind
  onChoose: (document: DocumentKind) => void
}) {
  return documentGroups(lines).map((group) => (
    <fieldset key={group.moment} className={style.kinds}>
      <legend>{momentWords[group.moment]}</legend>
      {group.lines.map((line) => (
        <label key={line.document} className={style.kind} data-chosen={line.document === document}>
          <input
            type="radio"
            name="document"
            className={style.radio}
            checked={line.document === document}
            onChange={() => onChoose(line.document)}
          />
          <span className={style.name}>{documentNames[line.document]}</span>
          <Mark line={line} />
        </label>
      ))}
    </fieldset>
  ))
}

function Mark({ line: { missing, issues } }: { line: BoardLine }) {
  if (missing.length > 0)
    return (
      <span className={style.lacking}>
        <span aria-hidden="true">? </span>
        {words.incomplete}
      </span>
    )
  return issues.length > 0 ? <span className={style.mark}>{words.produced(issues.length)}</span> : null
}
