import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts'
import type { Result } from '#shared/kernel/result.ts'
import { call } from './bridge.ts'

/**
 * Sends recorded changes one after the other: over HTTP two quick ones could otherwise overtake each other, and the older would
 * win. What waits for a person or lasts (choosing a file, an import and its interruption) goes by itself.
 */
const createCallInOrder = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <N extends ProcedureName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> => {
    if (goesByItself(name)) return call(name, input)
    const answer = last.then(
      () => call(name, input),
      () => call(name, input),
    )
    last = answer
    return answer
  }
}

const goesByItself = (name: ProcedureName): boolean =>
  name === 'file.choose' || name.startsWith('import.') || name.startsWith('document.')

export const callInOrder = createCallInOrder()
