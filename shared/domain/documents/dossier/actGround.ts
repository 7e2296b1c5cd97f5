import type { IssuerKind } from '../../issuer/issuer.ts'
import type { LegalReferenceId } from '../legalReferences.ts'
import { citedAt } from './citedAt.ts'
import type { DossierFacts } from './dossierFacts.ts'

/** [LE4] The text by which a council awards, chosen by the date of its act (A21); empty for any other act. */
export function actGround({ act, issuer }: DossierFacts): string {
  const id = act?.nature === 'deliberation' ? grounds[issuer.kind] : undefined
  return act === null || id === undefined ? '' : citedAt(id, act.date)
}

const grounds: Partial<Record<IssuerKind, LegalReferenceId>> = {
  commune: 'grant-by-resolution',
  epci: 'grant-by-resolution',
  departement: 'grant-by-department',
  region: 'grant-by-region',
}
