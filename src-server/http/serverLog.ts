import type { FastifyServerOptions } from 'fastify'
import { describeFailure } from './describeFailure.ts'
import type { HttpSettings } from './serverPorts.ts'

/**
 * The log of the server: one JSON line each. Whatever the libraries below ask to write, a failure is reduced to what
 * {@link describeFailure} keeps, a request to nothing, and no text of theirs is written (SV16).
 */
export function serverLog({ logLevel, logTo }: HttpSettings): NonNullable<FastifyServerOptions['logger']> {
  return {
    level: logLevel,
    base: null,
    ...(logTo === null ? {} : { stream: logTo }),
    hooks: {
      logMethod(given, write) {
        const [first, second] = given as readonly unknown[]
        if (isOurs(first)) return write.apply(this, [first, typeof second === 'string' ? second : ''])
        const failure = failureIn(first)
        if (failure !== undefined) write.apply(this, [describeFailure(failure), 'library'])
      },
    },
  }
}

/** A line that this program wrote, field by field. */
export function logLine(fields: Readonly<Record<string, string | number | boolean | object | null>>): object {
  return { ...fields, [ours]: true }
}

const ours = Symbol('a line of the server')

const isOurs = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && ours in value

function failureIn(value: unknown): unknown {
  if (value instanceof Error) return value
  if (typeof value === 'object' && value !== null && 'err' in value) return value.err
  return undefined
}
