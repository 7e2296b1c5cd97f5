import { expect, test } from 'vitest'
import type { FieldDefinition } from '#shared/domain/documents/templates/fieldRecord.ts'
import { fieldTag } from '../../../src-renderer/features/documents/templates/fieldTag.ts'
import { matchingFields } from '../../../src-renderer/features/documents/templates/matchingFields.ts'

const name: FieldDefinition = { name: 'demandeur.nom', meaning: 'Nom du demandeur', kind: 'text' }
const isAssociation: FieldDefinition = { name: 'est_association', meaning: 'Association', kind: 'condition' }
const pieces: FieldDefinition = {
  name: 'pieces',
  meaning: 'Pièces demandées',
  kind: 'list',
  of: [{ name: 'intitule', meaning: 'Intitulé de la pièce', kind: 'text' }],
}

test('[TP3] a field is copied as Word wants it', () => {
  expect([name, isAssociation, pieces].map(fieldTag)).toEqual([
    '{demandeur.nom}',
    '{#est_association}{/est_association}',
    '{#pieces}{intitule}{/pieces}',
  ])
})

test('[TP3] fields are sought by name or meaning, without accents, a list staying with those it holds', () => {
  const all = [name, isAssociation, pieces]
  expect(matchingFields(all, ' ')).toEqual(all)
  expect(matchingFields(all, 'DEMANDEUR')).toEqual([name])
  expect(matchingFields(all, 'piece')).toEqual([pieces])
  expect(matchingFields(all, 'intitule de')).toEqual([pieces])
  expect(matchingFields(all, 'tribunal')).toEqual([])
})
