import type { InputOf } from '#shared/contract/contract.ts'
import type { ScenarioBoard } from '#shared/domain/envelope/scenarioView.ts'
import { RefusalNotice } from '../../bridge/RefusalNotice.tsx'
import { useAct } from '../../bridge/useAct.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyPlace } from '../../ui/EmptyPlace.tsx'
import style from './Scenarios.module.css'
import { words } from './words.ts'

/** Three ways to begin; copying one is beside its amounts. */
export function NewScenario({
  board,
  onOpened,
}: {
  board: ScenarioBoard
  onOpened: (scenarioId: string) => void
}) {
  const { act, refusal, isActing } = useAct('scenario.open')
  const open = async (name: string, from: InputOf<'scenario.open'>['from']) => {
    const taken = board.scenarios.filter((scenario) => scenario.name.startsWith(name)).length
    const numbered = taken === 0 ? name : `${name} ${taken + 1}`
    const opened = await act({ callId: board.callId, name: numbered, from })
    if (opened.ok) onOpened(opened.value.scenarioId)
  }
  const buttons = (
    <span className={style.buttons}>
      <Button
        variant={board.scenarios.length === 0 ? 'primary' : 'plain'}
        isDisabled={isActing}
        onPress={() => void open(words.rankingName, { origin: 'ranking' })}
      >
        {words.fromRanking}
      </Button>
      <Button
        isDisabled={isActing || board.envelopeCents === null}
        onPress={() => void open(words.optimumName, { origin: 'best-total' })}
      >
        {words.fromOptimum}
      </Button>
      <Button isDisabled={isActing} onPress={() => void open(words.blankName, { origin: 'blank' })}>
        {words.fromBlank}
      </Button>
    </span>
  )
  return (
    <>
      <RefusalNotice refusal={refusal} />
      {board.scenarios.length === 0 ? (
        <EmptyPlace title={words.emptyTitle} action={buttons}>
          {words.empty}
        </EmptyPlace>
      ) : (
        buttons
      )}
    </>
  )
}
