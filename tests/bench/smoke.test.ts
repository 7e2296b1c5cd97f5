import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { groundOf } from './ground/groundOf.ts'
import { lines } from './lines/lines.ts'
import type { Contest } from './measure/contest.ts'
import { tinySizes } from './sizes.ts'

// Only what is found is judged here; how fast is for `npm run bench`, on a quiet machine.

// An office suite starts several times for one of them.
const timeout = 240_000

test.for(lines)('[BM1] $name: ours and its peers find the same, on tiny data', { timeout }, async (line) => {
  const folder = mkdtempSync(join(tmpdir(), 'delibere-bench-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const open = await line.open(groundOf(tinySizes, folder))
  try {
    for (const contest of open.contests) await contest.check(await foundBy(contest))
    expect(open.contests.map(({ peers }) => peers.length > 0)).toEqual(open.contests.map(() => true))
  } finally {
    open.close()
  }
})

async function foundBy({ ours, peers }: Contest): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>()
  for (const side of [ours, ...peers]) found.set(side.name, (await side.lap(1)).found)
  return found
}
