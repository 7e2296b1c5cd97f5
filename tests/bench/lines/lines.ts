import type { Line } from '../measure/contest.ts'
import { rankingLine } from './ranking.ts'

export const lines: readonly Line[] = [rankingLine]
