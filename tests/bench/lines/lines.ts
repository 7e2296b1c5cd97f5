import type { Line } from '../measure/contest.ts'
import { syncLine } from '../sync/syncLine.ts'
import { documentsLine } from './documents.ts'
import { importingLine } from './importing.ts'
import { markLine } from './mark.ts'
import { openingLine } from './opening.ts'
import { pageLine } from './page.ts'
import { paperworkLine } from './paperwork.ts'
import { rankingLine } from './ranking.ts'
import { roomLine } from './room.ts'
import { searchLine } from './search.ts'
import { sharedFileLine } from './sharedFile.ts'

/** In the order in which they are played: what only reads comes before what writes. */
export const lines: readonly Line[] = [
  rankingLine,
  pageLine,
  searchLine,
  openingLine,
  markLine,
  roomLine,
  importingLine,
  documentsLine,
  paperworkLine,
  sharedFileLine,
  syncLine,
]
