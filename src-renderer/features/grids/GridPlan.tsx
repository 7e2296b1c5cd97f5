import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import {
  addCriterion,
  addSection,
  type GridContent,
  moveCriterion,
  removeSection,
  renameSection,
  weightSum,
} from './editGrid.ts'
import style from './GridEditor.module.css'
import { words } from './words.ts'

export interface GridPlanProps {
  readonly content: GridContent
  readonly chosen: string | null
  readonly isLocked: boolean
  readonly onChoose: (code: string) => void
  readonly onChange: (edit: (content: GridContent) => GridContent) => void
}

/** Sections and criteria with their weights and the sum. Alt with an arrow moves the criterion that has the focus. */
export function GridPlan({ content, chosen, isLocked, onChoose, onChange }: GridPlanProps) {
  const sum = weightSum(content)
  const move = (code: string, label: string, by: 1 | -1) => {
    onChange((before) => moveCriterion(before, code, by))
    announce(words.moved(label))
  }
  const add = (sectionIndex: number) => {
    const { code } = addCriterion(content, sectionIndex, words.newCriterion)
    onChange((before) => addCriterion(before, sectionIndex, words.newCriterion).content)
    onChoose(code)
  }
  return (
    <nav aria-label={words.structure}>
      {content.sections.map((section, sectionIndex) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section has no identity but its place.
        <section key={sectionIndex} className={style.section}>
          {isLocked ? (
            <h2 className={style.sectionTitle}>{section.label || words.untitledSection}</h2>
          ) : (
            <TextField
              label={words.sectionLabel}
              isLabelHidden
              value={section.label}
              placeholder={words.untitledSection}
              onCommit={(label) => onChange((before) => renameSection(before, sectionIndex, label))}
            />
          )}
          <ul>
            {section.criteria.map((criterion) => (
              <li key={criterion.code} className={style.line} data-chosen={criterion.code === chosen}>
                <button
                  type="button"
                  className={style.choose}
                  aria-current={criterion.code === chosen}
                  onClick={() => onChoose(criterion.code)}
                  onKeyDown={(event) => {
                    const by = isLocked ? null : directionOf(event)
                    if (by === null) return
                    event.preventDefault()
                    move(criterion.code, criterion.label, by)
                  }}
                >
                  <span className={style.code}>{criterion.code}</span>
                  <span>{criterion.label}</span>
                  <span className={style.weight}>{words.weightShort(criterion)}</span>
                </button>
              </li>
            ))}
          </ul>
          {isLocked ? null : (
            <span className={style.actions}>
              <Button
                variant="quiet"
                label={`${words.addCriterion} : ${section.label || words.untitledSection}`}
                onPress={() => add(sectionIndex)}
              >
                <Plus aria-hidden="true" />
                {words.addCriterion}
              </Button>
              {section.criteria.length === 0 ? (
                <Button
                  variant="quiet"
                  onPress={() => onChange((before) => removeSection(before, sectionIndex))}
                >
                  {words.removeSection}
                </Button>
              ) : null}
              {section.criteria.some(({ code }) => code === chosen) && chosen !== null ? (
                <>
                  <Button variant="quiet" onPress={() => move(chosen, chosen, -1)}>
                    <ArrowUp aria-hidden="true" />
                    {words.up}
                  </Button>
                  <Button variant="quiet" onPress={() => move(chosen, chosen, 1)}>
                    <ArrowDown aria-hidden="true" />
                    {words.down}
                  </Button>
                </>
              ) : null}
            </span>
          )}
        </section>
      ))}
      <p className={style.sum}>
        <span>
          {words.weightSum}
          <span className={style.hint}> · {words.weightSumHint(sum)}</span>
        </span>
        <strong className={style.weight}>{sum}</strong>
      </p>
      {isLocked ? null : (
        <Button onPress={() => onChange((before) => addSection(before, words.newSection))}>
          <Plus aria-hidden="true" />
          {words.addSection}
        </Button>
      )}
    </nav>
  )
}

function directionOf(event: KeyboardEvent): 1 | -1 | null {
  if (!event.altKey) return null
  if (event.key === 'ArrowDown') return 1
  return event.key === 'ArrowUp' ? -1 : null
}
