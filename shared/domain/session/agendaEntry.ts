import type { AgendaItem } from './session.ts'

/** A point as it is announced: nothing said on it yet. */
export type AgendaEntry = Pick<
  AgendaItem,
  | 'id'
  | 'kind'
  | 'candidatureId'
  | 'title'
  | 'rapporteurId'
  | 'plannedMinutes'
  | 'theme'
  | 'slot'
  | 'questionerId'
>
