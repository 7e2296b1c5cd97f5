import type { AnyKind } from '../rights/writers.ts'
import { callShapes } from './callShapes.ts'
import { controlShapes } from './controlShapes.ts'
import { dossierShapes } from './dossierShapes.ts'
import { officeShapes } from './officeShapes.ts'
import { sessionShapes } from './sessionShapes.ts'
import type { Shape } from './shape.ts'

/** Whether the data of an operation is what its kind says: what is not never reaches a fold. */
export const dataHolds = (kind: AnyKind, data: unknown): boolean => shapes[kind](data)

const shapes: Readonly<Record<AnyKind, Shape<unknown>>> = {
  ...callShapes,
  ...dossierShapes,
  ...officeShapes,
  ...sessionShapes,
  ...controlShapes,
}
