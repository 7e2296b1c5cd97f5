import { uuid7 } from '#shared/kernel/uuid7.ts'
import type { UseCaseContext } from './ports.ts'

/** A fresh identifier of the file, sortable by time for display. */
export const newId = (context: Pick<UseCaseContext, 'clock' | 'randomness'>): string =>
  uuid7(context.clock, context.randomness)
