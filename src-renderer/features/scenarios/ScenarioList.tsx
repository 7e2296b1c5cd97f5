import type { ScenarioView } from '#shared/domain/envelope/scenarioView.ts'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import style from './Scenarios.module.css'
import { statusWords, words } from './words.ts'

/** Which scenario is on the table, and which one it is set beside. */
export function ScenarioList({
  scenarios,
  chosen,
  other,
  onChoose,
  onCompare,
}: {
  scenarios: readonly ScenarioView[]
  chosen: ScenarioView
  other: ScenarioView | null
  onChoose: (scenarioId: string) => void
  onCompare: (scenarioId: string | null) => void
}) {
  const others = scenarios.filter(({ id }) => id !== chosen.id)
  return (
    <div className={style.choice}>
      <Segments
        label={words.scenarios}
        value={chosen.id}
        options={scenarios.map((scenario) => ({ value: scenario.id, label: labelOf(scenario) }))}
        onChange={onChoose}
      />
      {others.length === 0 ? null : (
        <Select
          label={words.compareWith}
          value={other?.id ?? ''}
          options={[
            { value: '', label: words.noComparison },
            ...others.map((scenario) => ({ value: scenario.id, label: labelOf(scenario) })),
          ]}
          onChange={(id) => onCompare(id === '' ? null : id)}
        />
      )}
    </div>
  )
}

function labelOf({ name, status }: ScenarioView): string {
  const said = statusWords[status]
  return said === null ? name : `${name} · ${said.label.toLowerCase()}`
}
