import style from './StepBar.module.css'
import type { StepId } from './step.ts'
import { stepWords } from './words.ts'

/** The order of speech in one line: a figure leads to its step, a sign says what is done. */
export function StepBar({
  steps,
  onGo,
}: {
  steps: readonly {
    readonly id: StepId
    readonly key: string
    readonly note: string
    readonly isDone: boolean
  }[]
  onGo: (id: StepId) => void
}) {
  return (
    <nav className={style.bar} aria-label={stepWords.steps}>
      <ol className={style.steps}>
        {steps.map(({ id, key, note, isDone }) => (
          <li key={id}>
            <button type="button" className={style.step} aria-keyshortcuts={key} onClick={() => onGo(id)}>
              <span className={style.figure}>{key}</span> {stepWords[id]}
              {note === '' ? null : <span className={style.note}>{note}</span>}
              {isDone ? (
                <span className={style.done}>
                  <span aria-hidden="true">✓</span>
                  <span className="visually-hidden">{stepWords.done}</span>
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
