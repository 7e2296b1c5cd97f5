import style from './DotStrip.module.css'

const width = 112
const height = 16
const inset = 5

/** Totals of the sheets on one line, and a tick where the score falls. Equal totals pile up a little. */
export function DotStrip({
  title,
  totals,
  mark,
  range,
}: {
  /** The same in words, for who does not see the dots. */
  title: string
  /** Of 100. */
  totals: readonly number[]
  mark: number | null
  /** Both ends of the line, the same on every row. */
  range: { readonly from: number; readonly to: number }
}) {
  const x = (total: number): number =>
    inset + ((total - range.from) / (range.to - range.from)) * (width - 2 * inset)
  const sorted = totals.toSorted((a, b) => a - b)
  return (
    <svg className={style.strip} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{title}</title>
      <line className={style.axis} x1={inset} x2={width - inset} y1={height / 2} y2={height / 2} />
      {mark === null ? null : (
        <line className={style.mark} x1={x(mark)} x2={x(mark)} y1={1} y2={height - 1} />
      )}
      {sorted.map((total, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity, equal ones neither.
          key={index}
          className={style.dot}
          cx={x(total)}
          cy={height / 2 + (isCloseTo(sorted[index - 1], total, range) ? -3 : 0)}
          r={3}
        />
      ))}
    </svg>
  )
}

/** Less than the width of a dot apart. */
const isCloseTo = (
  before: number | undefined,
  total: number,
  range: { readonly from: number; readonly to: number },
): boolean => before !== undefined && (total - before) / (range.to - range.from) < 0.04
