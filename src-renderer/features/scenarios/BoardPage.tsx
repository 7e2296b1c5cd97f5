import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Call } from '#shared/domain/call/call.ts'
import type { ScenarioBoard } from '#shared/domain/envelope/scenarioView.ts'
import { Reading } from '../../bridge/Reading.tsx'
import { useRead } from '../../bridge/useRead.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { Comparison } from './Comparison.tsx'
import { NewScenario } from './NewScenario.tsx'
import { Optimum } from './Optimum.tsx'
import { ScenarioEditor } from './ScenarioEditor.tsx'
import { ScenarioList } from './ScenarioList.tsx'
import style from './Scenarios.module.css'
import { WaitingList } from './WaitingList.tsx'
import { words } from './words.ts'

/** The scenarios of one call: which one, its amounts, and how it differs from another. */
export function BoardPage({ callId, calls }: { callId: string; calls: readonly Call[] }) {
  const board = useRead('scenario.list', { callId }, { keepPrevious: true })
  const navigate = useNavigate()
  return (
    <Page
      title={words.title}
      summary={calls.length > 1 ? undefined : board.value?.callName}
      actions={
        <LinkButton to="/classement" search={{ call: callId }}>
          {words.ranking}
        </LinkButton>
      }
      tools={
        calls.length > 1 ? (
          <Select
            label={words.call}
            isLabelHidden
            value={callId}
            options={calls.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => void navigate({ to: '/scenarios', search: { call: next } })}
          />
        ) : undefined
      }
    >
      <Reading read={board}>{(value) => <Board board={value} />}</Reading>
    </Page>
  )
}

function Board({ board }: { board: ScenarioBoard }) {
  const search = useSearch({ strict: false }) as { scenario?: string; with?: string }
  const navigate = useNavigate()
  const { scenarios } = board
  const chosen =
    scenarios.find(({ id }) => id === search.scenario) ??
    scenarios.find(({ status }) => status === 'adopted') ??
    scenarios[0]
  const other = scenarios.find(({ id }) => id === search.with && id !== chosen?.id)
  const go = (scenarioId: string, otherId: string | null) =>
    void navigate({
      to: '/scenarios',
      search: { call: board.callId, scenario: scenarioId, ...(otherId === null ? {} : { with: otherId }) },
      replace: true,
    })
  return (
    <div className={style.board}>
      <NewScenario board={board} onOpened={(id) => go(id, null)} />
      {chosen === undefined ? null : (
        <>
          <ScenarioList
            scenarios={scenarios}
            chosen={chosen}
            other={other ?? null}
            onChoose={(id) => go(id, null)}
            onCompare={(id) => go(chosen.id, id)}
          />
          {other === undefined ? (
            <ScenarioEditor key={chosen.id} board={board} scenario={chosen} />
          ) : (
            <Comparison leftId={chosen.id} rightId={other.id} />
          )}
        </>
      )}
      <WaitingList board={board} />
      <Optimum callId={board.callId} />
    </div>
  )
}
