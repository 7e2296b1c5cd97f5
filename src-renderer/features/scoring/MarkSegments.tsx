import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { Criterion, Mark } from '#shared/domain/grid/grid.ts'
import { scaleLevels } from '#shared/domain/grid/scaleLevels.ts'
import style from './MarkSegments.module.css'
import { words } from './words.ts'

type Choice = { readonly kind: 'value'; readonly hundredths: number } | { readonly kind: 'not-applicable' }

/**
 * The scale as segments. A group of radio buttons of our own: ← and → choose beside, while ↑ and ↓ belong to the grid (they change
 * criterion), which the radio group of the primitives would keep for itself.
 */
export function MarkSegments({
  criterion,
  mark,
  isDisabled,
  onMark,
}: {
  criterion: Criterion
  mark: Mark | null
  isDisabled: boolean
  onMark: (choice: Choice) => void
}) {
  const choices = choicesOf(criterion)
  const chosen = choices.findIndex((choice) => isSame(choice, mark))
  const half = mark?.kind === 'value' && chosen < 0 ? displayMark(criterion.scale, mark) : null
  const tabStop = Math.max(chosen, 0)
  const step = (group: HTMLElement, by: 1 | -1) => {
    const next =
      (chosen < 0 ? (by === 1 ? 0 : choices.length - 1) : chosen + by + choices.length) % choices.length
    const choice = choices[next]
    if (choice === undefined) return
    onMark(choice)
    group.querySelectorAll<HTMLElement>('[role="radio"]')[next]?.focus()
  }
  return (
    <div
      className={style.strip}
      role="radiogroup"
      aria-labelledby={`label-${criterion.code}`}
      aria-disabled={isDisabled}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
        if (by === null || isDisabled || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        event.stopPropagation()
        step(event.currentTarget, by)
      }}
    >
      {choices.map((choice, index) => {
        const shown =
          choice.kind === 'value' ? displayMark(criterion.scale, choice) : words.notApplicableShort
        const anchor =
          choice.kind === 'value' ? criterion.scale.anchors[String(choice.hundredths)] : words.notApplicable
        return (
          // biome-ignore lint/a11y/useSemanticElements: an input would take the arrow keys that the grid needs.
          <button
            key={shown}
            type="button"
            role="radio"
            aria-checked={index === chosen}
            aria-label={anchor === undefined ? shown : `${shown} – ${anchor}`}
            title={anchor}
            tabIndex={index === tabStop ? 0 : -1}
            disabled={isDisabled && index !== tabStop}
            className={choice.kind === 'value' ? style.segment : `${style.segment} ${style.aside}`}
            onClick={() => {
              if (!isDisabled) onMark(choice)
            }}
          >
            {shown}
          </button>
        )
      })}
      {half === null ? null : <span className={style.half}>{half}</span>}
    </div>
  )
}

const choicesOf = (criterion: Criterion): readonly Choice[] => [
  ...scaleLevels(criterion.scale.kind).map((hundredths) => ({ kind: 'value' as const, hundredths })),
  ...(criterion.notApplicableAllowed ? [{ kind: 'not-applicable' as const }] : []),
]

const isSame = (choice: Choice, mark: Mark | null): boolean =>
  choice.kind === 'value'
    ? mark?.kind === 'value' && mark.hundredths === choice.hundredths
    : mark?.kind === 'not-applicable'
