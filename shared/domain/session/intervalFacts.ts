import type { Interval } from './session.ts'
import type { IntervalFacts } from './sessionFacts.ts'

/** To the minute: what minutes tell. */
export const intervalFacts = ({ from, to }: Interval): IntervalFacts => ({
  from: from.slice(0, 5),
  to: to === null ? null : to.slice(0, 5),
})
