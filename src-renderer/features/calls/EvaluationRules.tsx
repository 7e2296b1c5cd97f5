import { Link } from '@tanstack/react-router'
import type { InputOf } from '#shared/contract/contract.ts'
import type { AllocationRules, Call } from '#shared/domain/call/call.ts'
import { useRead } from '../../bridge/useRead.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import style from './CallDetail.module.css'
import { words } from './words.ts'

export interface EvaluationRulesProps {
  readonly call: Call
  readonly rules: AllocationRules
  readonly onChange: (set: InputOf<'call.change'>['set']) => void
  readonly onRules: (set: Partial<AllocationRules>) => void
}

export function EvaluationRules({ call, rules, onChange, onRules }: EvaluationRulesProps) {
  const grids = useRead('grid.list', {}).value ?? []
  return (
    <section className={style.section}>
      <h2>{words.evaluation}</h2>
      {grids.length === 0 ? (
        <p className={style.hint}>
          {words.noGridYet} <Link to="/grilles">{words.prepareGrid}</Link>
        </p>
      ) : (
        <Select
          label={words.gridField}
          description={words.gridWords}
          placeholder={words.chooseGrid}
          value={call.gridId}
          options={grids.map((grid) => ({
            value: grid.id,
            label: words.gridLabel(grid.label, grid.version),
          }))}
          onChange={(gridId) => onChange({ gridId })}
        />
      )}
      <Segments
        label={words.aggregation}
        value={rules.aggregation}
        options={[
          { value: 'mean', label: words.mean },
          { value: 'median', label: words.median },
          { value: 'collegial', label: words.collegial },
        ]}
        onChange={(aggregation) => onRules({ aggregation })}
      />
      {rules.aggregation === 'collegial' ? null : (
        <div className={style.row}>
          <NumberField
            label={words.minimumEvaluators}
            description={words.minimumEvaluatorsWords}
            value={rules.minimumEvaluators}
            minimum={1}
            maximum={100}
            isRequired
            onCommit={(value) => onRules({ minimumEvaluators: value ?? 1 })}
          />
          <NumberField
            label={words.gapAlert}
            description={words.gapAlertWords}
            value={rules.gapAlertPoints}
            minimum={1}
            maximum={100}
            unit={words.points}
            onCommit={(gapAlertPoints) => onRules({ gapAlertPoints })}
          />
        </div>
      )}
      <NumberField
        label={words.minimumScore}
        description={words.minimumScoreWords}
        value={rules.minimumScore}
        maximum={100}
        unit={words.points}
        onCommit={(minimumScore) => onRules({ minimumScore })}
      />
    </section>
  )
}
