import type { z } from 'zod'

/**
 * What a screen may ask of a host: an input parsed by its schema, and the type of the answer. Inputs come from outside
 * and are parsed; answers come from our own code and are only typed.
 */
export interface Procedure<Input extends z.ZodType, Output> {
  readonly input: Input
  /** Never filled: it carries the type of the answer. */
  readonly output?: Output
}

export const procedure =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Procedure<Input, Output> => ({ input })
