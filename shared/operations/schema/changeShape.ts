import type { OperationData, OperationKind } from '../operation.ts'
import { exactly, type Members, type Shape, some } from './shape.ts'

type Set<K extends OperationKind> = OperationData[K] extends { readonly set: infer S } ? S : never

/** The data of a `*.change`: any of these members, under `set`. */
export const change = <K extends OperationKind>(
  members: Members<Required<Set<K> & object>>,
): Shape<OperationData[K]> =>
  exactly<{ set: unknown }>({ set: some(members as Members<object>) }) as unknown as Shape<OperationData[K]>
