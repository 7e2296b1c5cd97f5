// Runs worlds of the simulator: npm run simulate -- --seeds N [--from S] [--acts K] [--bug Z3] [--seed X] [--minimise | --no-minimise]
// What a failure prints replays: npm run simulate -- --replay <file with what was printed> [--trace]
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { minimiseFailure, type Play, runSeeds, seedsFrom } from './kernel/runSeeds.ts'
import type { Act } from './meeting/act.ts'
import { bugNamed, zoo } from './meeting/bugs.ts'
import { meetingPlay } from './meeting/meetingPlay.ts'
import { replayScript } from './replayScript.ts'
import { tellFailure } from './tellFailure.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    acts: { type: 'string' },
    bug: { type: 'string' },
    seed: { type: 'string' },
    minimise: { type: 'boolean', default: false },
    'no-minimise': { type: 'boolean', default: false },
    ed25519: { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
    emergency: { type: 'boolean', default: false },
    wire: { type: 'boolean', default: false },
    replay: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
})

process.exitCode = await simulate()

/** 0: every invariant held on every seed. 1: at least one was broken. 2: what was asked for makes no sense. */
async function simulate(): Promise<number> {
  const bug = values.bug === undefined ? null : bugNamed(values.bug)
  const acts = values.acts === undefined ? undefined : wholeNumber(values.acts)
  const first = wholeNumber(values.from)
  const count = wholeNumber(values.seeds)
  if (bug === undefined || acts === null || first === null || count === null || count === 0) {
    process.stderr.write(
      `Usage: npm run simulate -- --seeds N [--from S] [--acts K] [--bug ${zoo.map(({ name }) => name).join('|')}] [--seed X] [--minimise | --no-minimise] [--ed25519] [--emergency] [--wire] [--coverage]\n`,
    )
    return 2
  }
  const play = meetingPlay({
    bug: bug?.name ?? null,
    realSignatures: values.ed25519,
    emergency: values.emergency,
    wire: values.wire || bug?.wire === true,
    ...(acts === undefined ? {} : { acts }),
  })
  if (values.replay !== undefined) return replay(play, values.replay)
  const startedMs = performance.now()
  const seeds = values.seed === undefined ? seedsFrom(first, count) : [values.seed]
  const report = await runSeeds(play, seeds, 20)
  const seconds = (performance.now() - startedMs) / 1000
  for (const [index, failure] of report.failures.entries()) {
    // Cutting down costs hundreds of runs: of several failures the first alone, unless all are asked for.
    const isCut = !values['no-minimise'] && (values.minimise || index === 0)
    process.stdout.write(`${tellFailure(failure, isCut ? await minimiseFailure(play, failure) : null)}\n`)
  }
  if (values.coverage)
    for (const [cell, hits] of report.coverage) process.stdout.write(`${String(hits).padStart(8)}  ${cell}\n`)
  const speed = Math.round(report.steps / Math.max(seconds, 0.001))
  process.stdout.write(
    `${report.seeds} seeds, ${report.steps} steps in ${seconds.toFixed(1)} s (${speed} steps a second), ` +
      `${report.coverage.length} cells covered, ${report.failures.length} failures\n`,
  )
  return report.failures.length === 0 ? 0 : 1
}

/** Runs one script as it was printed. 0: it holds on this build. */
async function replay(play: Play<Act>, path: string): Promise<number> {
  const script = replayScript<Act>(readFileSync(path, 'utf8'))
  if (script === null) {
    process.stderr.write(`${path} holds no script that a failure printed.\n`)
    return 2
  }
  const { seed, injections } = script
  const { failure, steps, trace, tail } = await play.run(seed, injections)
  if (values.trace) process.stdout.write(`${tail.join('\n')}\n`)
  process.stdout.write(
    failure === null
      ? `seed ${seed}: ${injections.length} injections, ${steps} steps, trace ${trace}: every invariant holds\n`
      : `${tellFailure({ ...failure, seed, injections }, injections)}\n`,
  )
  return failure === null ? 0 : 1
}

function wholeNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null
}
