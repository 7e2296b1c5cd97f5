import { expect, test } from 'vitest'
import { oneAtATime } from '../../../src-renderer/bridge/oneAtATime.ts'

test('[UI29] what is asked while one reading is under way is read once more, after the last asking', async () => {
  const begun: (() => void)[] = []
  const readAgain = oneAtATime(() => new Promise<void>((done) => begun.push(done)))
  readAgain()
  for (let mark = 0; mark < 10; mark++) readAgain()
  expect(begun).toHaveLength(1)
  begun[0]?.()
  await Promise.resolve()
  await Promise.resolve()
  expect(begun).toHaveLength(2)
  begun[1]?.()
  await Promise.resolve()
  await Promise.resolve()
  expect(begun).toHaveLength(2)
  readAgain()
  expect(begun).toHaveLength(3)
})
