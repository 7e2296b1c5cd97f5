import type { AnyKind } from '../rights/writers.ts'
import { controlShapes } from './controlShapes.ts'
import { fileShapes } from './fileShapes.ts'
import { sessionShapes } from './sessionShapes.ts'
import type { Shape } from './shape.ts'

/** Whether the data of an operation is what its kind says: what is not never reaches a fold. */
export const dataHolds = (kind: AnyKind, data: unknown): boolean => shapes[kind](data)

const shapes: Readonly<Record<AnyKind, Shape<unknown>>> = {
  ...fileShapes,
  ...sessionShapes,
  ...controlShapes,
}
