import type { Stretch } from './stretch.ts'

/** A text as it is read, and where each of its characters stands in what was typed. */
export interface ReadText {
  readonly text: string
  /** The stretch of what was typed that a stretch of `text` covers, marks inside included. */
  typed(stretch: Stretch): Stretch
}

/**
 * [DX2] Emphasis, backslashes and invisible characters hide nothing: « 06 12 **34** 56 78 » is read « 06 12 34 56 78 ».
 * Stars that are no marks go as well: what is only searched may lose them.
 */
export function withoutMarks(raw: string): ReadText {
  const places: number[] = []
  let text = ''
  let from = 0
  const read = (to: number): void => {
    text += raw.slice(from, to)
    for (let place = from; place < to; place += 1) places.push(place)
  }
  for (const { 0: mark, index } of raw.matchAll(marks)) {
    read(index)
    from = index + mark.length
  }
  read(raw.length)
  return {
    text,
    typed: (stretch) => ({
      from: places[stretch.from] ?? raw.length,
      to: (places[stretch.to - 1] ?? raw.length - 1) + 1,
    }),
  }
}

const marks = /\*+|\\(?=[\\*[\]#\-.])|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu
