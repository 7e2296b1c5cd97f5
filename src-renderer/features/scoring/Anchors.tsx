import { displayMark } from '#shared/domain/grid/displayMark.ts'
import type { Criterion, Mark } from '#shared/domain/grid/grid.ts'
import { scaleLevels } from '#shared/domain/grid/scaleLevels.ts'
import style from './GridPanel.module.css'

/** What the marks mean, in words: every described level on the criterion under way, the given one elsewhere. */
export function Anchors({
  criterion,
  mark,
  isUnfolded,
}: {
  criterion: Criterion
  mark: Mark | null
  isUnfolded: boolean
}) {
  const given = mark?.kind === 'value' ? String(mark.hundredths) : null
  const described = scaleLevels(criterion.scale.kind)
    .map(String)
    .filter((level) => (criterion.scale.anchors[level] ?? '') !== '' && (isUnfolded || level === given))
  if (described.length === 0) return null
  return (
    <ul className={style.anchors} data-unfolded={isUnfolded} aria-hidden="true">
      {described.map((level) => (
        <li key={level} data-given={level === given}>
          <span className={style.level}>
            {displayMark(criterion.scale, { kind: 'value', hundredths: Number(level) })}
          </span>
          {criterion.scale.anchors[level]}
        </li>
      ))}
    </ul>
  )
}
