import { isInForce, type Member, recusalId } from '#shared/domain/committee/committee.ts'
import { checkMarkValue } from '#shared/domain/grid/checkMarkValue.ts'
import type { Criterion, Mark } from '#shared/domain/grid/grid.ts'
import { parseMark } from '#shared/domain/grid/parseMark.ts'
import type { Reader } from '../ports.ts'
import { evaluatorsNamed } from './evaluatorsNamed.ts'

/** What a cell of a table could not be taken for, as a French clause. */
export interface Fault {
  readonly fault: string
}

/** The mark written in a cell, with its comment. */
export function markKeyed(criterion: Criterion, written: string, comment: string): { mark: Mark } | Fault {
  const parsed = parseMark(criterion.scale, written)
  if (!parsed.ok) return { fault: `note « ${written} » hors du barème du critère ${criterion.code}` }
  const mark: Mark =
    parsed.value === 'not-applicable'
      ? { kind: 'not-applicable', comment }
      : { kind: 'value', hundredths: parsed.value, comment }
  return checkMarkValue(criterion, mark).ok
    ? { mark }
    : { fault: `le critère ${criterion.code} ne peut pas être « sans objet »` }
}

/** The one member that a written name designates. */
export function evaluatorKeyed(
  members: readonly Member[],
  written: string,
): { readonly evaluatorId: string } | Fault {
  const named = evaluatorsNamed(members, written)
  const [evaluatorId] = named
  if (evaluatorId === undefined)
    return { fault: written === '' ? 'le membre manque' : `membre inconnu : « ${written} »` }
  return named.length > 1 ? { fault: `plusieurs membres répondent au nom « ${written} »` } : { evaluatorId }
}

/** A recused member's marks are not taken ([UC2]). */
export function recusalFault(
  reader: Reader,
  { id, number }: { readonly id: string; readonly number: number },
  evaluatorId: string,
  written: string,
): Fault | null {
  const recusal = reader.load('recusal', recusalId(id, evaluatorId))?.state
  return recusal && isInForce(recusal)
    ? { fault: `« ${written} » s’est déporté de la candidature n° ${number}` }
    : null
}

/** Enough to correct by; a wrong column would otherwise list thousands of lines. */
export const firstFaults = (faults: readonly string[]): readonly string[] =>
  faults.length <= 20 ? faults : [...faults.slice(0, 20), `et ${faults.length - 20} autres`]
