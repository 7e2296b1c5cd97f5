import { refuse } from '#shared/kernel/result.ts'
import type { Handlers } from '../handlerKinds.ts'

const names = ['document.return', 'document.take-out'] as const

/** Procedures whose use cases are being written: each leaves this list with the commit that brings it. */
export const underWayHandlers = (): Pick<Handlers, (typeof names)[number]> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      async () => refuse('document.not-for-this', { reason: 'il n’est pas encore proposé' }),
    ]),
  ) as unknown as Pick<Handlers, (typeof names)[number]>
