import type { Runs } from '../model.ts'
import { typographic } from '../typography.ts'

/** French typography over stretches of one sentence: an apostrophe between two of them is one all the same [TY1]. */
export function typographicRuns(runs: Runs): Runs {
  const whole = runs.map(({ text }) => text).join('')
  // This alone looks at both sides of a boundary, and keeps every length.
  const curled = whole.replace(/(?<=\p{L})['\u02BC](?=\p{L})/gu, '’')
  let place = 0
  return runs.map((run) => {
    const text = curled.slice(place, place + run.text.length)
    place += run.text.length
    return { ...run, text: typographic(text) }
  })
}
