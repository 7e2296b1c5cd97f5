import { expect, test } from 'vitest'
import { documentKinds } from '#shared/domain/documents/documentIdentity.ts'
import { readings } from '../../../src-renderer/features/documents/session/readings.ts'

test('[DX9] a closed session offers the copy for anyone of its acts, an open one of none', () => {
  const offered = (status: 'open' | 'closed') =>
    documentKinds.filter((document) => readings({ status }, document).includes('communicable'))
  expect(offered('closed').toSorted()).toEqual(
    ['agreement', 'decision-record', 'minutes', 'ranking', 'rectification'].toSorted(),
  )
  expect(offered('open')).toEqual([])
})
