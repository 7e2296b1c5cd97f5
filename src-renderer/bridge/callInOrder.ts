import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Result } from '#shared/kernel/result.ts'
import { call } from './bridge.ts'

type Call = <N extends ProcedureName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>>>

interface Waiting {
  readonly place: string | null
  input: unknown
  answer: Promise<unknown>
}

/**
 * Sends recorded changes one after the other: over HTTP two quick ones could otherwise overtake each other, and the older would
 * win. What waits for a person or lasts (choosing a file, an import and its interruption) goes by itself. A draft that has not
 * left yet when the next one of the same place comes is not sent: somebody who types fast never waits for letters already gone.
 */
export const createCallInOrder = (send: Call): Call => {
  let last: Promise<unknown> = Promise.resolve()
  let waiting: Waiting | null = null
  return <N extends ProcedureName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> => {
    if (goesByItself(name)) return send(name, input)
    const place = draftPlace(name, input)
    if (place !== null && waiting?.place === place) {
      waiting.input = input
      return waiting.answer as Promise<Result<OutputOf<N>>>
    }
    const entry: Waiting = { place, input, answer: last }
    const leave = () => {
      if (waiting === entry) waiting = null
      return send(name, entry.input as InputOf<N>)
    }
    const answer = last.then(leave, leave)
    entry.answer = answer
    waiting = entry
    last = answer
    return answer
  }
}

const goesByItself = (name: ProcedureName): boolean =>
  name === 'file.choose' || apart.some((family) => name.startsWith(family))

/** What lasts: an import, a document, and whatever waits for another machine. */
const apart = ['import.', 'document.', 'sync.', 'room.', 'bundle.'] as const

/** Where a draft is kept whole, each one over the one before; null for what is an act. */
function draftPlace<N extends ProcedureName>(name: N, input: InputOf<N>): string | null {
  if (name !== 'session.keep-draft') return null
  const { sessionId, itemId } = input as InputOf<'session.keep-draft'>
  return `${sessionId}/${itemId}`
}

export const callInOrder = createCallInOrder(call)
