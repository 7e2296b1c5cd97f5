import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { criteria, markOf } from '#tests/cli/support/markingOracle.ts'
import { callBridge } from '../callBridge.ts'
import type { Desk } from '../desk.ts'
import { members, nameOf } from './committee.ts'

/** How many candidatures the other members marked, from number 1. */
export const markedByOthers = 5

/** The other members' sheets come as one table of marks. No screen offers it yet: asked of the bridge. */
export async function importOtherMarks({ page }: Desk): Promise<void> {
  const others = members.slice(1).map(nameOf)
  const lines = others.flatMap((name, evaluator) =>
    Array.from({ length: markedByOthers }, (_, index) => index + 1).flatMap((number) =>
      criteria.map(([code], place) => `${name};${number};${code};${markOf(number, evaluator, place)};`),
    ),
  )
  const path = join(tmpdir(), `delibere-marks-${process.pid}.csv`)
  writeFileSync(path, ['membre;candidature;critère;note;commentaire', ...lines].join('\r\n'))
  const [call] = await callBridge(page, 'call.list', {})
  const imported = await callBridge(page, 'marks.import', {
    callId: call?.call.id ?? '',
    path,
    fileSheets: true,
  })
  expect(imported).toMatchObject({ sheets: others.length * markedByOthers, missingMarks: 0 })
}
