import { expect, test } from 'vitest'
import { playCommittee } from './support/playCommittee.ts'

// Real processes have real time: a seed gives the same acts and the same blows, not the same instants.
//   DELIBERE_SEED=autre DELIBERE_LAPTOPS=30 DELIBERE_BLOWS=60 npx vitest run tests/processes/committee.test.ts
const seed = process.env.DELIBERE_SEED ?? 'quotidien'
const laptops = Number(process.env.DELIBERE_LAPTOPS ?? 6)
const blows = Number(process.env.DELIBERE_BLOWS ?? 8)

test(`[PR2] laptops, hub and server, cut, frozen and killed, agree and lose nothing (seed ${seed}, ${laptops} laptops)`, {
  timeout: 3_600_000,
}, async () => {
  const played = await playCommittee({ seed, laptops, blows, say: (line) => console.log(line) })
  expect(played.faults).toEqual([])
  // Not a quiet day that would prove nothing.
  expect(played.acknowledged).toBeGreaterThan(laptops * 5)
  expect(Object.keys(played.blows).length).toBeGreaterThan(2)
  expect(played.hurt).toBeGreaterThan(0)
})
