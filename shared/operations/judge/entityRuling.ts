import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Grid } from '#shared/domain/grid/grid.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { Aggregate } from '../authority/aggregate.ts'
import { accepted, type Ruling } from '../authority/verdict.ts'
import { dossierIn, isClosedTo } from '../rights/mayRead.ts'
import { recusedFrom } from '../rights/recusedFrom.ts'
import { dossiersTold } from '../scopes/dossiersTold.ts'
import { dossierOf, pairOf } from '../scopes/scopeOf.ts'
import { sessionRuling } from './sessionRuling.ts'
import { sheetMarksRuling } from './sheetMarksRuling.ts'
import type { Trial } from './trial.ts'

/** The rule of the entity that an operation touches, once right, freeze and versions are settled. */
export function entityRuling(trial: Trial, before: Aggregate | null): Ruling {
  const { operation, rows, commit } = trial
  const slash = operation.e.indexOf('/')
  const id = operation.e.slice(slash + 1)
  switch (operation.e.slice(0, slash)) {
    case 'sheet': {
      const { candidature, person } = pairOf(id)
      const dossier = dossierOf(candidature, rows)
      if (dossier === null || !isThere(trial, `candidature/${candidature}`)) return absent
      // Whoever signs: the marks of somebody recused are not written any more, by nobody.
      if (recusedFrom(person, dossier, rows)) return recused
      return sheetMarksRuling(trial)
    }
    case 'recusal':
      return isThere(trial, `candidature/${pairOf(id).candidature}`) ? accepted : absent
    case 'session': {
      const dossier = dossierIn(commit.header.scope)
      const told = dossier === null ? announced(trial, before) : [dossier]
      return told.some((each) => writerIsRecused(trial, each)) ? recused : sessionRuling(trial, before)
    }
    case 'scenario':
      return dossiersTold(operation, rows).some((each) => writerIsRecused(trial, each)) ? recused : accepted
    case 'candidature':
      return candidatureRuling(trial, before, id)
    case 'dossier':
      return writerIsRecused(trial, id) ? recused : accepted
    case 'instruction':
    case 'document': {
      const dossier = dossierIn(commit.header.scope)
      return dossier !== null && writerIsRecused(trial, dossier) ? recused : accepted
    }
    case 'grid':
      return gridRuling(trial, before)
    default:
      return accepted
  }
}

/** A candidature is of one dossier for ever, and a duplicate is reunited with another candidature that exists. */
function candidatureRuling(trial: Trial, before: Aggregate | null, id: string): Ruling {
  const { operation, rows } = trial
  const placed = dossierOf(id, rows)
  if (placed !== null && writerIsRecused(trial, placed)) return recused
  if (operation.k === 'candidature.submit@1') {
    const { dossierId, callId } = operation.d as unknown as Candidature
    if (placed !== null && placed !== dossierId) return { verdict: 'invalid', code: 'moved' }
    if (writerIsRecused(trial, dossierId)) return recused
    return isThere(trial, `dossier/${dossierId}`) && isThere(trial, `call/${callId}`) ? accepted : absent
  }
  const set = (operation.d as { readonly set?: Partial<Candidature> } | null)?.set
  const into = set?.mergedInto ?? null
  if (into === null || before === null) return accepted
  return into !== id && isThere(trial, `candidature/${into}`) ? accepted : absent
}

/** [SY3] Who may not read a dossier does not write it either. */
function writerIsRecused({ commit, rows }: Trial, dossier: string): boolean {
  const mandates = rows.row('mandates', commit.header.usr)?.list ?? []
  return isClosedTo(mandates, dossier, rows)
}

/**
 * [SY54] The dossiers of an agenda that is announced, and of the one that it replaces: who does not read every point of them
 * would write less than there is.
 */
function announced({ operation, rows }: Trial, before: Aggregate | null): readonly string[] {
  const told = dossiersTold(operation, rows)
  const set = (operation.d as { readonly set?: { readonly agenda?: unknown } } | null)?.set
  if (set?.agenda === undefined) return told
  const { agenda = [] } = (before?.state as Session | null | undefined) ?? {}
  return [...told, ...agenda.flatMap(({ candidatureId }) => dossierOf(candidatureId ?? '', rows) ?? [])]
}

/** [SY51] A grid that a filed sheet was marked with never changes, said or not: another version is another grid. */
function gridRuling({ operation, rows }: Trial, before: Aggregate | null): Ruling {
  const grid = before?.state as Grid | null | undefined
  const isMarkedWith = (): boolean =>
    operation.k !== 'grid.lock@1' && rows.row('index', `filed/${operation.e.slice('grid/'.length)}`) !== null
  return grid?.status === 'locked' || isMarkedWith() ? { verdict: 'invalid', code: 'locked' } : accepted
}

const isThere = ({ rows }: Trial, entity: string): boolean =>
  (rows.row('aggregate', entity)?.state ?? null) !== null

const absent: Ruling = { verdict: 'invalid', code: 'missing' }
const recused: Ruling = { verdict: 'recused', code: 'recused' }
