import { decides, type InstanceType } from '../committee/committee.ts'
import type { Opinion } from '../session/session.ts'
import type { SessionFacts } from '../session/sessionFacts.ts'

export interface OpinionWords {
  /** End of the sentence of a vote, without capital. */
  readonly sense: Readonly<Record<Opinion, string>>
  /** In a cell of a table. */
  readonly short: Readonly<Record<Opinion, string>>
  /** Of a milestone review: go, go on conditions, stop. */
  readonly milestone: Readonly<Record<Opinion, string>>
  readonly milestoneShort: Readonly<Record<Opinion, string>>
  /** Header of the column of amounts. */
  readonly amount: string
  readonly column: string
  /** « proposé » or « attribué ». */
  readonly amountParticiple: string
  /** Before its conditions: « Avis favorable, assorti des réserves suivantes ». */
  readonly withConditions: { readonly reserved: string; readonly participle: string }
}

/** An instance that only gives an opinion proposes; only a deciding body grants or rejects [MN2]. */
export const opinionWords = (facts: SessionFacts): OpinionWords => wordsOf(facts.instance.type)

export const wordsOf = (type: InstanceType): OpinionWords => (decides(type) ? deciding : advisory)

const milestoneShort: OpinionWords['milestoneShort'] = {
  favourable: 'Poursuite',
  reserved: 'Poursuite sous conditions',
  unfavourable: 'Arrêt',
  deferred: 'Ajourné',
  inadmissible: 'Sans objet',
}

const advisory: OpinionWords = {
  sense: {
    favourable: 'Avis favorable',
    reserved: 'Avis favorable avec réserves',
    unfavourable: 'Avis défavorable',
    deferred: 'Dossier ajourné',
    inadmissible: 'Dossier proposé comme irrecevable',
  },
  short: {
    favourable: 'Favorable',
    reserved: 'Favorable avec réserves',
    unfavourable: 'Défavorable',
    deferred: 'Ajourné',
    inadmissible: 'Irrecevable',
  },
  milestone: {
    favourable: 'Avis de poursuite',
    reserved: 'Avis de poursuite sous conditions',
    unfavourable: 'Avis d’arrêt',
    deferred: 'Point d’étape ajourné',
    inadmissible: 'Point d’étape sans objet',
  },
  milestoneShort,
  amount: 'Montant proposé',
  column: 'Avis',
  amountParticiple: 'proposé',
  withConditions: { reserved: 'Avis favorable', participle: 'assorti' },
}

const deciding: OpinionWords = {
  sense: {
    favourable: 'Décision d’attribution',
    reserved: 'Décision d’attribution sous réserves',
    unfavourable: 'Décision de rejet',
    deferred: 'Dossier ajourné',
    inadmissible: 'Dossier déclaré irrecevable',
  },
  short: {
    favourable: 'Attribution',
    reserved: 'Attribution sous réserves',
    unfavourable: 'Rejet',
    deferred: 'Ajourné',
    inadmissible: 'Irrecevable',
  },
  milestone: {
    favourable: 'Décision de poursuite',
    reserved: 'Décision de poursuite sous conditions',
    unfavourable: 'Décision d’arrêt',
    deferred: 'Point d’étape ajourné',
    inadmissible: 'Point d’étape sans objet',
  },
  milestoneShort,
  amount: 'Montant attribué',
  column: 'Décision',
  amountParticiple: 'attribué',
  withConditions: { reserved: 'Décision d’attribution', participle: 'assortie' },
}
