import type { Verdict } from '#shared/operations/authority/verdict.ts'
import type { Injection } from '../kernel/injection.ts'
import type { Act, HubTrick, Trick } from './act.ts'

/**
 * How often each thing must happen in the 500 seeds of the tests: about half of what it did when this was written. A kind that
 * is new does not compile until it is here.
 */
const faults: Readonly<Record<Exclude<Injection<Act>['kind'], 'act'>, number>> = {
  cut: 1000,
  weather: 150,
  crash: 300,
  'disk-full': 90,
  restart: 400,
  restore: 50,
  clone: 40,
  clock: 100,
  destroy: 70,
}

const acts: Readonly<Record<Act['kind'], number>> = {
  found: 400,
  import: 1000,
  'plan-session': 400,
  mark: 9000,
  'file-sheet': 2000,
  'reopen-sheet': 400,
  recuse: 1200,
  'assess-recusal': 700,
  'change-amount': 1200,
  'change-title': 1000,
  'change-committee': 1000,
  attend: 3000,
  'open-session': 350,
  'take-point': 1000,
  move: 300,
  decide: 1000,
  reveal: 200,
  'explain-checks': 1000,
  'close-session': 1000,
  rectify: 80,
  minutes: 100,
  revoke: 60,
  'end-mandate': 60,
  'grant-lease': 150,
  'open-room': 150,
  // The rooms that are opened without the centre have a run of their own.
  'open-emergency': 0,
  'leave-room': 0,
  'close-room': 300,
  'take-over': 20,
  'void-lease': 150,
  'lie-as-hub': 30,
  erase: 160,
  install: 400,
  attach: 240,
  byzantine: 200,
}

const tricks: Readonly<Record<Trick, number>> = {
  'bad-signature': 15,
  'other-sheet': 15,
  'altered-body': 15,
  replay: 15,
  equivocation: 15,
  'skipped-seq': 15,
  'huge-clock': 15,
  oversized: 15,
  'foreign-scope': 15,
  'unknown-kind': 15,
}

const lies: Readonly<Record<HubTrick, number>> = {
  withhold: 3,
  'judge-anything': 3,
  'two-orders': 3,
  reorder: 3,
  'forge-verdicts': 3,
  truncate: 3,
  'wrong-epoch': 3,
}

/** What the invariants must have had to look at. */
const looks: Readonly<Record<string, number>> = {
  'bodies erased': 80,
  'papers held': 190,
  'an older program only reads': 100,
}

/** Straight to the centre: every verdict there is. */
const verdicts: Readonly<Record<Verdict, number>> = {
  ok: 10_000,
  forbidden: 500,
  late: 100,
  conflict: 10,
  closed: 50,
  'no-quorum': 50,
  recused: 100,
  invalid: 10,
  revoked: 10,
  forked: 10,
  deferred: 500,
  'unknown-schema': 10,
}

/** Accepted by each of the ways that there are: straight, at a hub, at its return, from what the laptops of a room hold. */
const onEveryPath = [
  'candidature.change@1',
  'committee.change@1',
  'dossier.change@1',
  'recusal.declare@1',
  'session.attend@1',
  'session.close@1',
  'session.decide@1',
  'session.explain@1',
  'session.move@1',
  'session.open@1',
  'session.point@1',
  'session.reveal@1',
  'session.write-debate@1',
  'sheet.file@1',
  'sheet.mark@1',
  'sheet.reopen@1',
]
const paths = ['direct', 'hub', 'returned', 'rebuilt']

/** What happened less often than it must, one line each. */
export function lackingCoverage(coverage: readonly (readonly [cell: string, count: number])[]): string[] {
  const hits = new Map(coverage)
  const sums = new Map<string, number>()
  for (const [cell, count] of coverage) {
    const [, verdict, path] = cell.split(' × ')
    const name = `${verdict?.split('/')[0]} × ${path}`
    if (path !== undefined) sums.set(name, (sums.get(name) ?? 0) + count)
  }
  const floors: readonly (readonly [cell: string, floor: number, hits: number])[] = [
    ...Object.entries(faults).map(([kind, floor]) => place(`fault ${kind}`, floor)),
    ...Object.entries(acts).map(([kind, floor]) => place(`act ${kind}`, floor)),
    ...Object.entries(tricks).map(([trick, floor]) => place(`trick ${trick}`, floor)),
    ...Object.entries(lies).map(([lie, floor]) => place(`lies: ${lie}`, floor)),
    ...Object.entries(looks).map(([look, floor]) => place(look, floor)),
    ...Object.entries(verdicts).map(
      ([verdict, floor]) => [verdict, floor, sums.get(`${verdict} × direct`) ?? 0] as const,
    ),
    ...onEveryPath.flatMap((kind) => paths.map((path) => place(`${kind} × ok × ${path}`, 1))),
  ]
  return floors
    .filter(([, floor, count]) => count < floor)
    .map(([cell, floor, count]) => `${cell}: ${count}, where ${floor} are asked`)

  function place(cell: string, floor: number): readonly [string, number, number] {
    return [cell, floor, hits.get(cell) ?? 0]
  }
}
