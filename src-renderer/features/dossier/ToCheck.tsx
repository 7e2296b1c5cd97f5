import type { CheckFlag } from '#shared/domain/candidature/candidature.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { checkFlagWords } from '../../words/checkFlagWords.ts'
import { AmountQuestion } from './AmountQuestion.tsx'
import style from './Dossier.module.css'
import { MatchTerritory } from './MatchTerritory.tsx'
import type { DossierChanges, DossierView } from './useDossierChanges.ts'
import { words } from './words.ts'

export interface ToCheckProps {
  readonly view: DossierView
  readonly changes: DossierChanges
}

/** The open questions of an import, each with the gesture that settles it. Duplicates have a comparison of their own. */
export function ToCheck({ view: { candidature, dossier }, changes }: ToCheckProps) {
  const questions = candidature.toCheck.filter((flag) => flag !== 'duplicate')
  if (questions.length === 0) return null
  return (
    <section className={style.section}>
      <h2>{words.toCheck}</h2>
      {questions.map((flag) => (
        <Notice key={flag} tone="check">
          {flag === 'amount' ? (
            <AmountQuestion
              raw={candidature.amountAsWritten}
              onSettle={(set) => changes.settle(['amount'], set)}
            />
          ) : (
            <>
              <p>{checkFlagWords[flag].sentence}</p>
              <div className={style.buttons}>
                {flag === 'territory' || flag === 'applicant' ? (
                  <MatchTerritory applicant={dossier.applicant} changes={changes} />
                ) : null}
                <Button onPress={() => changes.settle([flag])}>{settleWords[flag] ?? words.settled}</Button>
              </div>
            </>
          )}
        </Notice>
      ))}
    </section>
  )
}

const settleWords: Partial<Record<CheckFlag, string>> = {
  'amount-zero': words.confirmZero,
  'contact-removed': words.seen,
}
