import type { Lap } from './contest.ts'
import type { PlayedContest } from './playContest.ts'
import { median, medianInterval, quantile } from './statistics.ts'

/** What one contest gave, as lines to print: absolute figures orient, the ratio per round counts. */
export function report({ contest, laps, aborted, ...noise }: PlayedContest): readonly string[] {
  const [ours = []] = laps
  const sides = [contest.ours, ...contest.peers]
  const manySamples = ours.some(({ samplesMs }) => samplesMs.length > 1)
  const hasTail = ours.every(({ samplesMs }) => samplesMs.length >= 200)
  const rows = sides.map(({ name }, index) => {
    const own = laps[index] ?? []
    return [
      name,
      ...columnsOf(own, ours, 0.5, index > 0),
      ...(manySamples ? columnsOf(own, ours, 0.95, index > 0) : []),
      ...(hasTail ? columnsOf(own, ours, 0.99, index > 0) : []),
      ...processorOf(own, ours, index > 0),
      ...sizesOf(own),
    ]
  })
  const header = [
    '',
    ...(manySamples ? ['p50', 'ours / it', 'p95', 'ours / it'] : ['time', 'ours / it']),
    ...(hasTail ? ['p99', 'ours / it'] : []),
    'processor',
    'ours / it',
  ]
  return [
    contest.title,
    ...(aborted && !noise.wentOn
      ? [
          `  ABORTED: the machine was busy (${noise.noisyRounds} noisy rounds). --anyway plays on and marks the figures.`,
        ]
      : table([header, ...rows])),
    ...(aborted && noise.wentOn
      ? ['  BUSY MACHINE: times are not to be quoted; processor time and its ratio within a round may be.']
      : []),
    `  goal: ${contest.goal}`,
    ...contest.notes.map((note) => `  note: ${note}`),
    `  ${ours.length} rounds, the first one dropped; ratios: median and 90 % interval; calibration varied by ${percent(noise.calibrationSpread)}; ${noise.noisyRounds} noisy rounds thrown away`,
    '',
  ]
}

const columnsOf = (laps: readonly Lap[], ours: readonly Lap[], share: number, isPeer: boolean): string[] =>
  compared(laps, ours, isPeer, ({ samplesMs }) => quantile(samplesMs, share))

const processorOf = (laps: readonly Lap[], ours: readonly Lap[], isPeer: boolean): string[] =>
  compared(laps, ours, isPeer, ({ cpuMs }) => cpuMs)

/** The median of a figure, and ours over it round by round: median and its 90 % interval. */
function compared(
  laps: readonly Lap[],
  ours: readonly Lap[],
  isPeer: boolean,
  figureOf: (lap: Lap) => number,
): string[] {
  const figures = laps.map(figureOf)
  if (!isPeer) return [duration(median(figures)), '']
  const ratios = ours.flatMap((own, round) => figureOf(own) / (figures[round] ?? Number.NaN))
  const [low, high] = medianInterval(ratios)
  return [duration(median(figures)), `x${figure(median(ratios))} (${figure(low)}-${figure(high)})`]
}

function sizesOf(laps: readonly Lap[]): string[] {
  const peaks = laps.flatMap(({ peakMb }) => peakMb ?? [])
  const sizes = laps.flatMap(({ sizeKb }) => sizeKb ?? [])
  return [
    ...(peaks.length > 0 ? [`peak ${Math.round(median(peaks))} MB`] : []),
    ...(sizes.length > 0 ? [`${Math.round(median(sizes))} KB`] : []),
  ]
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  )
}

const duration = (ms: number): string => (ms >= 1000 ? `${figure(ms / 1000)} s` : `${figure(ms)} ms`)
const percent = (share: number): string => `${Math.round(share * 100)} %`

/** Three significant digits at most, without an exponent. */
function figure(value: number): string {
  if (value >= 100) return String(Math.round(value))
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)))
}
