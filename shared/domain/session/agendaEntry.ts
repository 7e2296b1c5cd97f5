import type { AgendaItem } from './session.ts'

/** A point as it is announced: nothing said on it yet. */
export type AgendaEntry = Pick<AgendaItem, 'id' | 'candidatureId' | 'title' | 'rapporteurId'>
