import type { Draft } from '../authority/draft.ts'
import type { Mandate } from '../rights/mandate.ts'
import type { FedRow, Grant } from './feed.ts'
import { readableRow } from './readableRow.ts'

/** [SY4] Everything that a reader may see of one dossier: itself, its candidatures, their sheets, the sessions that speak of them. */
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
  ]
  return { root: `dossier/${dossier}`, rows: readableRows(rows, mandates, entities) }
}

export const readableRows = (
  rows: Pick<Draft, 'row'>,
  mandates: readonly Mandate[],
  entities: Iterable<string>,
): readonly FedRow[] => [...entities].flatMap((entity) => readableRow(rows, mandates, entity) ?? [])
