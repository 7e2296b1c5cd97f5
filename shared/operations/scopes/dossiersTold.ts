import type { Draft } from '../authority/draft.ts'
import type { CommittedOperation } from '../commit.ts'
import { dossierOf } from './scopeOf.ts'

/** Whether operations of this scope may tell of dossiers that it does not name: an agenda, the lines of a scenario. */
export const tellsAside = (scope: string): boolean => scope === 'office' || /^session\/[^/]+$/.test(scope)

/** [SY54] The dossiers that such an operation tells something of, as far as they are known here. Total on any data. */
export const dossiersTold = (
  operation: Pick<CommittedOperation, 'k' | 'd'>,
  rows: Pick<Draft, 'row'>,
): readonly string[] =>
  candidaturesTold(operation).flatMap((candidature) => dossierOf(candidature, rows) ?? [])

function candidaturesTold({ k, d }: Pick<CommittedOperation, 'k' | 'd'>): readonly string[] {
  switch (k) {
    case 'session.plan@1':
      return candidaturesOn(member(d, 'agenda'))
    case 'session.change@1':
      return candidaturesOn(member(member(d, 'set'), 'agenda'))
    case 'scenario.open@1':
      return Object.keys((member(d, 'lines') as object | null | undefined) ?? {})
    case 'scenario.set-line@1':
      return texts([member(d, 'candidatureId')])
    default:
      return []
  }
}

const candidaturesOn = (agenda: unknown): readonly string[] =>
  Array.isArray(agenda) ? texts(agenda.map((item) => member(item, 'candidatureId'))) : []

const texts = (values: readonly unknown[]): readonly string[] =>
  values.flatMap((value) => (typeof value === 'string' ? value : []))

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
