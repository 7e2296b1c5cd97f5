import type { AggregateKind, AggregateStates, Entity } from '#shared/operations/operation.ts'

/** The state as one laptop sees it: what a screen would show when the person acts. */
export interface View {
  get<K extends AggregateKind>(kind: K, id: string): AggregateStates[K] | null
  versionOf(entity: Entity): number
}
