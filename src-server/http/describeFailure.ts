/**
 * What a log may say of a failure (SV16): its class, its code, where it happened. Never its message: drivers put
 * values of the data into it.
 */
export function describeFailure(error: unknown): {
  readonly failure: string
  readonly code: string | null
  readonly at: readonly string[]
} {
  if (!(error instanceof Error)) return { failure: typeof error, code: null, at: [] }
  const code = 'code' in error && typeof error.code === 'string' && isCode(error.code) ? error.code : null
  return { failure: error.constructor.name, code, at: framesOf(error) }
}

const isCode = (text: string) => /^[A-Za-z0-9_.-]{2,60}$/.test(text)

/** The stack begins with the message, which may itself look like a stack. */
function framesOf({ stack = '', message, name }: Error): readonly string[] {
  const heads = [`${name}: ${message}`, message, name]
  const head = heads.find((one) => one !== '' && stack.startsWith(one))
  if (head === undefined) return []
  return stack
    .slice(head.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12)
}
