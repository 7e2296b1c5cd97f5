import { identifierKind } from '../identifierKind.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { standingOf } from './standingOf.ts'

/** An act names its beneficiary by the SIRET; the SIREN is enough for a public body, which has one budget to pay to. */
export function missingIdentifier(facts: DossierFacts): readonly string[] {
  const { identifier } = facts.candidature
  const standing = standingOf(facts)
  const isPrivateBody = standing === 'association' || standing === 'private-body'
  const isMissing = isPrivateBody ? identifierKind(identifier) !== 'SIRET' : identifier.trim() === ''
  return isMissing ? ['le SIRET du bénéficiaire'] : []
}
