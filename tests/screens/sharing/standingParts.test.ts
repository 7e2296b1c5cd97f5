import { expect, test } from 'vitest'
import type { SyncStanding } from '#shared/contract/syncAnswers.ts'
import { standingParts } from '../../../src-renderer/sharing/standingParts.ts'

const standing = (changes: Partial<SyncStanding>): SyncStanding => ({
  entity: 'candidature/c',
  pending: 0,
  refused: 0,
  late: 0,
  isReadOnly: false,
  ...changes,
})
const labels = (...standings: SyncStanding[]) => standingParts(standings).map(({ label }) => label)

test('[UI37] what is in agreement says nothing', () => {
  expect(labels()).toEqual([])
  expect(labels(standing({}))).toEqual([])
})

test('[UI37] each state has its word, the gravest first', () => {
  expect(labels(standing({ pending: 2, refused: 3, late: 1, isReadOnly: true }))).toEqual([
    'Lecture seule',
    'À régulariser',
    'Arrivé trop tard',
    'À envoyer',
  ])
})

test('[UI37] what came too late is not said a second time as refused', () => {
  expect(labels(standing({ refused: 2, late: 2 }))).toEqual(['Arrivé trop tard'])
})

test('[UI37] a candidature and its dossier are told together', () => {
  expect(labels(standing({ pending: 1 }), standing({ entity: 'dossier/d', refused: 1 }))).toEqual([
    'À régulariser',
    'À envoyer',
  ])
})

test('[UI37] every word comes with what is safe and what to do', () => {
  for (const { sentence } of standingParts([standing({ pending: 1, refused: 2, late: 1, isReadOnly: true })]))
    expect(sentence).toMatch(/gardé|Rien n’est perdu|Enregistré/)
})
