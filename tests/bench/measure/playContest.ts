import { calibrate } from './calibrate.ts'
import type { Contest, Lap } from './contest.ts'
import { median } from './statistics.ts'

export interface PlayedContest {
  readonly contest: Contest
  /** One list of laps per side, ours first, one lap per round that counts. */
  readonly laps: readonly (readonly Lap[])[]
  /** (slowest − fastest) / median of the calibration loop over the rounds that count. */
  readonly calibrationSpread: number
  /** Rounds thrown away because the machine was doing something else. */
  readonly noisyRounds: number
  /** The machine was never quiet for long enough: no figure of this contest may be quoted. */
  readonly aborted: boolean
  /** Played on a busy machine all the same: figures are shown, and marked. */
  readonly wentOn: boolean
}

/** A calibration that varies more than this says more of the machine than of the program. */
export const largestCalibrationSpread = 0.25

/**
 * Plays one warm-up round, then `rounds` rounds with the sides in turn, each round in the opposite order of the one
 * before. The calibration loop runs before and after each round; a round that falls outside of the spread is played
 * again, `rounds` times in all, then the contest is given up.
 * @param anyway no round is played again: what came counts, marked when the machine was busy.
 */
export async function playContest(contest: Contest, rounds: number, anyway = false): Promise<PlayedContest> {
  await playRound(contest, 0)
  const kept: { readonly laps: readonly Lap[]; readonly calibrationsMs: readonly number[] }[] = []
  const allowed = anyway ? rounds : rounds * 2
  let played = 0
  let quiet: typeof kept = []
  // Given up as soon as too few rounds are left.
  while (played < allowed && quiet.length < rounds && (anyway || allowed - played >= rounds - quiet.length)) {
    played += 1
    const before = calibrate()
    const laps = await playRound(contest, played)
    kept.push({ laps, calibrationsMs: [before, calibrate()] })
    quiet = quietestOf(kept, rounds)
  }
  const aborted = quiet.length < rounds
  // With too few quiet rounds everything is shown as it came, and marked as worth nothing.
  const counted = aborted ? kept : quiet
  return {
    contest,
    laps: [contest.ours, ...contest.peers].map((_, side) => counted.flatMap(({ laps }) => laps[side] ?? [])),
    calibrationSpread: spreadOf(counted.flatMap(({ calibrationsMs }) => calibrationsMs)),
    noisyRounds: played - quiet.length,
    aborted,
    wentOn: anyway,
  }
}

/** The laps of every side in the order of the contest, whatever the order in which they were run. */
async function playRound(contest: Contest, round: number): Promise<readonly Lap[]> {
  const sides = [contest.ours, ...contest.peers]
  const laps = new Map<string, Lap>()
  for (const side of round % 2 === 0 ? sides : sides.toReversed()) laps.set(side.name, await side.lap(round))
  await contest.check(new Map(sides.map(({ name }) => [name, laps.get(name)?.found])))
  return sides.flatMap(({ name }) => laps.get(name) ?? [])
}

type Round = { readonly calibrationsMs: readonly number[] }

/** The first rounds, in the order they were played, whose calibrations all lie near the fastest ones. */
function quietestOf<R extends Round>(played: readonly R[], rounds: number): R[] {
  const fastest = Math.min(...played.flatMap(({ calibrationsMs }) => calibrationsMs))
  const limit = fastest * (1 + largestCalibrationSpread)
  return played.filter(({ calibrationsMs }) => calibrationsMs.every((ms) => ms <= limit)).slice(0, rounds)
}

const spreadOf = (values: readonly number[]): number =>
  (Math.max(...values) - Math.min(...values)) / median(values)
