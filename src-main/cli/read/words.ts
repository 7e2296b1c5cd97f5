import type { SyncRole } from '#shared/contract/syncAnswers.ts'
import type { InstanceType, Member, RecusalCounting } from '#shared/domain/committee/committee.ts'
import type { Scenario } from '#shared/domain/envelope/scenario.ts'
import type { Instruction } from '#shared/domain/instruction/instruction.ts'
import type { IssuerKind } from '#shared/domain/issuer/issuer.ts'
import type { DecisionAct, Opinion, Session } from '#shared/domain/session/session.ts'

type Words<Code extends string> = Readonly<Record<Code, readonly [string, ...string[]]>>

/** The French words of the command line for the permanent codes; the first of each is the one shown. */
export const opinionWords: Words<Opinion> = {
  favourable: ['favorable'],
  reserved: ['favorable avec réserves', 'réserves', 'réservé'],
  unfavourable: ['défavorable'],
  deferred: ['ajourné', 'ajourner'],
  inadmissible: ['irrecevable'],
}

export const attendanceWords: Words<'present' | 'excused' | 'absent'> = {
  present: ['présent', 'présente'],
  excused: ['excusé', 'excusée'],
  absent: ['absent', 'absente'],
}

/** For a line of names. */
export const attendanceTitles: Readonly<Record<keyof typeof attendanceWords, string>> = {
  present: 'Présents',
  excused: 'Excusés',
  absent: 'Absents',
}

export const movementWords: Words<'arrives' | 'leaves'> = {
  arrives: ['arrive', 'revient', 'entre'],
  leaves: ['sort', 'part', 'quitte'],
}

export const ballotWords: Words<'for' | 'against' | 'abstention' | 'not-taking-part'> = {
  for: ['pour'],
  against: ['contre'],
  abstention: ['abstention'],
  'not-taking-part': ['ne prend pas part'],
}

export const voteMethodWords: Words<'show-of-hands' | 'roll-call' | 'secret'> = {
  'show-of-hands': ['main levée'],
  'roll-call': ['appel nominal', 'public'],
  secret: ['secret'],
}

export const sendingWords: Words<NonNullable<NonNullable<Session['convocation']>['sentBy']>> = {
  post: ['courrier', 'poste'],
  'e-mail': ['courriel', 'mail'],
  hand: ['main propre', 'remise'],
  platform: ['plateforme'],
}

export const assessmentWords: Words<'confirmed' | 'set-aside'> = {
  confirmed: ['retenu', 'confirmé'],
  'set-aside': ['écarté', 'levé'],
}

export const countingWords: Words<RecusalCounting> = {
  numerator: ['numérateur'],
  'numerator-and-denominator': ['numérateur et dénominateur', 'les deux'],
}

export const scenarioOriginWords: Words<Scenario['origin']> = {
  ranking: ['classement'],
  'best-total': ['meilleur total', 'optimum'],
  blank: ['vide'],
  copy: ['copie'],
}

export const roleWords: Words<Member['role']> = {
  chair: ['présidence', 'président', 'présidente'],
  secretary: ['secrétariat', 'secrétaire'],
  member: ['membre'],
}

export const voiceWords: Words<Member['voice']> = {
  deliberative: ['délibérative'],
  consultative: ['consultative'],
}

export const instanceWords: Words<InstanceType> = {
  organe_deliberant: ['organe délibérant', 'conseil'],
  commission_interne: ['commission interne'],
  commission_consultative_etat: ['commission consultative'],
  commission_detr: ['commission DETR'],
  jury_ad_hoc: ['jury'],
}

export const aggregationWords: Words<'mean' | 'median' | 'collegial'> = {
  mean: ['moyenne'],
  median: ['médiane'],
  collegial: ['collégiale'],
}

export const cutLineWords: Words<'partial-award' | 'waiting-list'> = {
  'partial-award': ['partiel', 'attribution partielle'],
  'waiting-list': ['liste complémentaire'],
}

export const sessionStatusWords: Readonly<Record<Session['status'], string>> = {
  planned: 'prévue',
  open: 'ouverte',
  closed: 'close',
}

export const actNatureWords: Words<DecisionAct['nature']> = {
  deliberation: ['délibération'],
  arrete: ['arrêté'],
  decision: ['décision'],
}

export const issuerKindWords: Words<IssuerKind> = {
  commune: ['commune'],
  epci: ['EPCI', 'intercommunalité'],
  departement: ['département'],
  region: ['région'],
  prefecture: ['préfecture'],
  'public-establishment': ['établissement public'],
  other: ['autre'],
}

export const civilityWords: Words<Instruction['correspondent']['civility']> = {
  Madame: ['Madame', 'Mme'],
  Monsieur: ['Monsieur', 'M.'],
  '': ['aucune'],
}

export const placeWords: Words<NonNullable<Instruction['correspondent']['place']>> = {
  metropole: ['métropole'],
  overseas: ['outre-mer'],
  abroad: ['étranger'],
}

export const proposalWords: Words<NonNullable<Instruction['proposal']>['opinion']> = {
  favourable: opinionWords.favourable,
  reserved: opinionWords.reserved,
  unfavourable: opinionWords.unfavourable,
}

export const awardNatureWords: Words<NonNullable<Instruction['award']['nature']>> = {
  operating: ['fonctionnement'],
  investment: ['investissement'],
}

/** What a person may do with a shared file: see the guide « Travailler à plusieurs ». */
export const accessWords: Words<SyncRole> = {
  secretariat: ['secrétariat', 'secrétaire'],
  chair: ['présidence', 'président', 'présidente'],
  member: ['membre'],
  instructor: ['instructeur', 'service instructeur', 'instructrice'],
  guest: ['invité', 'invitée'],
  administrator: ['administration', 'administrateur', 'administratrice'],
}
