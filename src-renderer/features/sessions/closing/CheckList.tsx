import type { ClosingCheck } from '#shared/domain/session/closingCheck.ts'
import { RefusalNotice } from '../../../bridge/RefusalNotice.tsx'
import { useAct } from '../../../bridge/useAct.ts'
import { Button } from '../../../ui/Button.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import style from './Closing.module.css'
import { closingWords } from './words.ts'

/** Every check of the closing: what is open or explained, then what is in order, folded. */
export function CheckList({
  sessionId,
  checks,
  isReadOnly,
  onGo,
}: {
  sessionId: string
  checks: readonly ClosingCheck[]
  isReadOnly: boolean
  onGo: (itemId: string) => void
}) {
  const { act, refusal } = useAct('session.explain')
  const green = checks.filter(({ state }) => state === 'green')
  // Explained ones keep their place: a line that moved away would take the keys from whoever is writing in it.
  const others = checks.filter(({ state }) => state !== 'green')
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <ul className={style.checks} aria-label={closingWords.checks}>
        {others.map((check) => (
          <li key={check.code} className={style.check}>
            <div className={style.checkHead}>
              <CheckState check={check} />
              <span className={style.sentence}>{check.sentence}</span>
              {check.itemIds[0] === undefined ? null : (
                <Button variant="quiet" onPress={() => onGo(check.itemIds[0] ?? '')}>
                  {check.itemIds.length === 1
                    ? closingWords.goToPoint
                    : closingWords.goToPoints(check.itemIds.length)}
                </Button>
              )}
            </div>
            {check.level === 'explain' ? (
              <TextField
                label={closingWords.explanation}
                value={check.explanation}
                isReadOnly={isReadOnly}
                onCommit={(text) => void act({ sessionId, check: check.code, text })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {green.length === 0 ? null : (
        <details className={style.fold}>
          <summary>✓ {closingWords.greenChecks(green.length)}</summary>
          <ul>
            {green.map((check) => (
              <li key={check.code}>{check.sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function CheckState({ check }: { check: ClosingCheck }) {
  if (check.state === 'explained') return <Tag tone="reserved">{closingWords.states.explained}</Tag>
  return check.level === 'must' ? (
    <Tag tone="unfavourable">{closingWords.states.open}</Tag>
  ) : (
    <Tag tone="check">{closingWords.openToExplain}</Tag>
  )
}
