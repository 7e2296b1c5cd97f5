import { expect, test } from 'vitest'
import { linesOf } from '../../../src-renderer/forms/linesOf.ts'

test('[UI30] one piece a line, blank lines left out', () => {
  expect(linesOf(' le devis \r\n\n la délibération\n ')).toEqual(['le devis', 'la délibération'])
  expect(linesOf(' \n')).toEqual([])
})
