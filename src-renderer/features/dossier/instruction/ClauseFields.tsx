import { Reading } from '../../../bridge/Reading.tsx'
import { useRead } from '../../../bridge/useRead.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import style from '../Dossier.module.css'
import own from './Clauses.module.css'
import { words } from './words.ts'

/** Which clauses the agreement prints; those it cannot do without are kept. */
export function ClauseFields({
  candidatureId,
  chosen,
  onChoose,
}: {
  candidatureId: string
  /** Ids; null: those that are called for. */
  chosen: readonly string[] | null
  onChoose: (clauses: readonly string[] | null) => void
}) {
  const read = useRead('instruction.clauses', { candidatureId })
  return (
    <Reading read={read}>
      {(clauses) => {
        const kept = clauses.filter(({ isKept }) => isKept)
        return (
          <details className={own.fold}>
            <summary>{words.clauses(kept.length, clauses.length)}</summary>
            <p className={style.hint}>{words.clausesHint}</p>
            <ul className={own.clauses}>
              {clauses.map(({ id, title, isKept, isOwed, isMandatory }) => (
                <li key={id}>
                  <Checkbox
                    isSelected={isKept}
                    isDisabled={isMandatory && isKept}
                    onChange={(isWanted) =>
                      onChoose(
                        clauses
                          .filter((clause) => (clause.id === id ? isWanted : clause.isKept))
                          .map((clause) => clause.id),
                      )
                    }
                    {...(isMandatory
                      ? { description: words.mandatory }
                      : isOwed
                        ? { description: words.owed }
                        : {})}
                  >
                    {title}
                  </Checkbox>
                </li>
              ))}
            </ul>
            {chosen === null ? null : (
              <Button variant="quiet" onPress={() => onChoose(null)}>
                {words.clausesAgain}
              </Button>
            )}
          </details>
        )
      }}
    </Reading>
  )
}
