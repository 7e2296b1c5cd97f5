/** What the secretary sends to the wall. */
export const projectedContents = ['blank', 'agenda', 'dossier', 'quorum', 'envelope', 'result'] as const
export type ProjectedContent = (typeof projectedContents)[number]

/** `names`: dossiers are named, in the committee's own room; `numbers`: only their numbers, where the public passes. */
export const projectionLevels = ['names', 'numbers'] as const
export type ProjectionLevel = (typeof projectionLevels)[number]

export interface Projection {
  readonly content: ProjectedContent
  readonly level: ProjectionLevel
}

export const firstProjection: Projection = { content: 'agenda', level: 'names' }
