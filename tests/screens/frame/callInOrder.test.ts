import { expect, test } from 'vitest'
import { ok } from '#shared/kernel/result.ts'
import { createCallInOrder } from '../../../src-renderer/bridge/callInOrder.ts'

test('[UI28] drafts that wait are sent as one, the last; acts all leave, in their order', async () => {
  const sent: unknown[] = []
  const callInOrder = createCallInOrder(async (name, input) => {
    sent.push([name, 'draft' in input ? input.draft : ''])
    return ok(null) as never
  })
  const draft = (itemId: string, text: string) =>
    callInOrder('session.keep-draft', { sessionId: 's', itemId, draft: text })
  const answers = [
    ...['a', 'ab', 'abc'].map((text) => draft('1', text)),
    callInOrder('session.withdraw-outcome', { sessionId: 's', itemId: '1' }),
    ...['b', 'bc'].map((text) => draft('1', text)),
    draft('2', 'z'),
  ]
  expect(await Promise.all(answers)).toEqual(answers.map(() => ok(null)))
  expect(sent).toEqual([
    ['session.keep-draft', 'abc'],
    ['session.withdraw-outcome', ''],
    ['session.keep-draft', 'bc'],
    ['session.keep-draft', 'z'],
  ])
})
