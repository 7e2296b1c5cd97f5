import { expect, test } from 'vitest'
import { stillOnTheWay } from '../../../src-renderer/bridge/stillOnTheWay.ts'

test('[UI31] what is read back leaves, what an older reading does not show stays', () => {
  const read = { name: 'Ada', phone: '', days: [1, 2] }
  expect(stillOnTheWay({ name: 'Ada', phone: '02', days: [1, 2] }, read)).toEqual({ phone: '02' })
  expect(stillOnTheWay({ days: [1] }, read)).toEqual({ days: [1] })
  expect(stillOnTheWay({}, read)).toEqual({})
})
