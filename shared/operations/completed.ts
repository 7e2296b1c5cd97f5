import type { AllocationRules } from '#shared/domain/call/call.ts'
import type { AgendaItem, Convocation, ItemOutcome } from '#shared/domain/session/session.ts'
import { nothingSaid } from '#shared/domain/session/setAgenda.ts'
import type { WrittenAgendaItem, WrittenConvocation, WrittenOutcome, WrittenRules } from './operation.ts'

/** What an earlier program did not write, completed with what it meant. Frozen like the operations themselves. */

export const completedRules = (rules: WrittenRules): AllocationRules => ({
  envelopes: [],
  quotas: [],
  ...rules,
})

export const completedConvocation = (convocation: WrittenConvocation | null): Convocation | null =>
  convocation && { sentBy: null, proof: '', ...convocation }

export const completedItem = (item: WrittenAgendaItem): AgendaItem => ({
  ...nothingSaid,
  kind: item.candidatureId === null ? 'free' : 'candidature',
  plannedMinutes: null,
  theme: '',
  slot: null,
  questionerId: null,
  ...item,
})

export const completedOutcome = (outcome: WrittenOutcome): ItemOutcome => ({
  waitingList: false,
  departure: '',
  funding: [],
  ...outcome,
  proxies: outcome.proxies.map((proxy) => ({ signed: false, ...proxy })),
  vote: outcome.vote && { blank: 0, spoiled: 0, requestedBy: [], ...outcome.vote },
})
