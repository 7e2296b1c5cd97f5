import type { Scenario } from '#shared/domain/envelope/scenario.ts'
import type { Draft } from '../authority/draft.ts'
import type { Mandate } from '../rights/mandate.ts'
import { mayRead } from '../rights/mayRead.ts'
import type { FedRow, Grant } from './feed.ts'
import { readableRow } from './readableRow.ts'

/** [SY4] Everything that a reader may see of one dossier: itself, its candidatures, their sheets, the sessions and scenarios that speak of them. */
export function grantOfDossier(
  rows: Pick<Draft, 'row'>,
  mandates: readonly Mandate[],
  dossier: string,
): Grant {
  const ids = (key: string): readonly string[] => rows.row('index', key)?.ids ?? []
  const candidatures = ids(`candidatures/${dossier}`)
  const sessions = new Set(candidatures.flatMap((candidature) => ids(`sessions/${candidature}`)))
  const entities = [
    `dossier/${dossier}`,
    ...candidatures.flatMap((candidature) => [
      `candidature/${candidature}`,
      ...ids(`sheets/${candidature}`).map((evaluator) => `sheet/${candidature}/${evaluator}`),
      `instruction/${candidature}`,
      ...ids(`documents/${candidature}`).map((document) => `document/${document}`),
    ]),
    ...[...sessions].map((session) => `session/${session}`),
    ...(mayRead(mandates, 'office', rows) ? scenariosOf(rows, candidatures) : []),
  ]
  return { root: `dossier/${dossier}`, rows: readableRows(rows, mandates, entities) }
}

/** The scenarios in which one of these candidatures has a line. */
export const scenariosOf = (rows: Pick<Draft, 'row'>, candidatures: readonly string[]): readonly string[] =>
  (rows.row('index', 'scenarios')?.ids ?? [])
    .map((id) => `scenario/${id}`)
    .filter((entity) => {
      const scenario = (rows.row('aggregate', entity)?.state ?? null) as Scenario | null
      return scenario !== null && candidatures.some((id) => Object.hasOwn(scenario.lines, id))
    })

export const readableRows = (
  rows: Pick<Draft, 'row'>,
  mandates: readonly Mandate[],
  entities: Iterable<string>,
): readonly FedRow[] => [...entities].flatMap((entity) => readableRow(rows, mandates, entity) ?? [])
