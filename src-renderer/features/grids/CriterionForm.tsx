import { useState } from 'react'
import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { CommentRule, Criterion, ScaleKind } from '#shared/domain/grid/grid.ts'
import { isOnScale } from '#shared/domain/grid/isOnScale.ts'
import { scaleLevels } from '#shared/domain/grid/scaleLevels.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { AnchorFields } from './AnchorFields.tsx'
import { changeCriterion, type GridContent, removeCriterion } from './editGrid.ts'
import style from './GridEditor.module.css'
import { commentRuleWords, scaleWords, words } from './words.ts'

export interface CriterionFormProps {
  readonly criterion: Criterion
  readonly takenCodes: readonly string[]
  readonly isReadOnly: boolean
  readonly onChange: (edit: (content: GridContent) => GridContent) => void
  readonly onChoose: (code: string) => void
}

/** One criterion, field by field. */
export function CriterionForm({ criterion, takenCodes, isReadOnly, onChange, onChoose }: CriterionFormProps) {
  const [codeError, setCodeError] = useState<string | null>(null)
  const set = (changes: Partial<Criterion>) =>
    onChange((before) => changeCriterion(before, criterion.code, changes))
  const rename = (typed: string) => {
    const code = typed.trim().toUpperCase()
    if (!/^[A-Z][A-Z0-9]{0,11}$/.test(code)) return setCodeError(words.codeWrong)
    if (takenCodes.includes(code)) return setCodeError(words.codeTaken)
    setCodeError(null)
    if (code === criterion.code) return
    set({ code })
    onChoose(code)
  }
  return (
    <form className={style.form} aria-label={criterion.label} onSubmit={(event) => event.preventDefault()}>
      <div className={style.row}>
        <TextField
          label={words.criterionLabel}
          value={criterion.label}
          isReadOnly={isReadOnly}
          onCommit={(label) => label.trim() !== '' && set({ label })}
        />
        <TextField
          label={words.code}
          value={criterion.code}
          isReadOnly={isReadOnly}
          error={codeError}
          maxLength={12}
          onCommit={rename}
        />
      </div>
      <TextField
        label={words.guidance}
        description={words.guidanceHint}
        value={criterion.guidance}
        multiline
        isReadOnly={isReadOnly}
        onCommit={(guidance) => set({ guidance })}
      />
      <div className={style.row}>
        <Segments
          label={words.scale}
          value={criterion.scale.kind}
          isDisabled={isReadOnly}
          options={scaleKinds.map((value) => ({ value, label: scaleWords[value] }))}
          onChange={(kind: ScaleKind) => set(ofScale(criterion, kind))}
        />
        <NumberField
          label={words.weight}
          value={criterion.informative ? null : criterion.weight}
          minimum={1}
          maximum={1_000}
          isDisabled={criterion.informative}
          isReadOnly={isReadOnly}
          onCommit={(weight) => weight !== null && set({ weight })}
        />
      </div>
      <AnchorFields scale={criterion.scale} isReadOnly={isReadOnly} onChange={(scale) => set({ scale })} />
      <div className={style.row}>
        <Checkbox
          isSelected={criterion.notApplicableAllowed}
          isDisabled={isReadOnly}
          description={words.notApplicableHint}
          onChange={(notApplicableAllowed) => set({ notApplicableAllowed })}
        >
          {words.notApplicable}
        </Checkbox>
        <Checkbox
          isSelected={criterion.informative}
          isDisabled={isReadOnly}
          description={words.informativeHint}
          onChange={(informative) => set({ informative, ...(informative ? { knockoutBelow: null } : {}) })}
        >
          {words.informative}
        </Checkbox>
      </div>
      <div className={style.row}>
        <Select
          label={words.commentRule}
          value={criterion.comment}
          isDisabled={isReadOnly}
          options={commentRules.map((value) => ({ value, label: commentRuleWords[value] }))}
          onChange={(comment: CommentRule) => set({ comment })}
        />
        <Select
          label={words.knockout}
          value={criterion.knockoutBelow === null ? 'none' : String(criterion.knockoutBelow)}
          isDisabled={isReadOnly || criterion.informative}
          description={words.knockoutHint}
          options={[{ value: 'none', label: words.noKnockout }, ...thresholds(criterion)]}
          onChange={(threshold) => set({ knockoutBelow: threshold === 'none' ? null : Number(threshold) })}
        />
      </div>
      {isReadOnly ? null : (
        <span>
          <Button
            variant="quiet"
            onPress={() => onChange((before) => removeCriterion(before, criterion.code))}
          >
            {words.removeCriterion}
          </Button>
        </span>
      )}
    </form>
  )
}

const scaleKinds = ['0-3', '0-5', '0-10', '0-20', 'A-D', 'yes-no'] as const
const commentRules = ['optional', 'extremes', 'always'] as const

/** Another scale keeps the described levels and the threshold that exist on it too. */
const ofScale = (criterion: Criterion, kind: ScaleKind): Partial<Criterion> => ({
  scale: {
    kind,
    anchors: Object.fromEntries(
      Object.entries(criterion.scale.anchors).filter(([level]) => isOnScale(kind, Number(level))),
    ),
  },
  knockoutBelow:
    criterion.knockoutBelow !== null && isOnScale(kind, criterion.knockoutBelow)
      ? criterion.knockoutBelow
      : null,
})

const thresholds = (criterion: Criterion) =>
  scaleLevels(criterion.scale.kind)
    .filter((hundredths) => hundredths > 0)
    .map((hundredths) => ({
      value: String(hundredths),
      label: displayMark(criterion.scale, { kind: 'value', hundredths }),
    }))
