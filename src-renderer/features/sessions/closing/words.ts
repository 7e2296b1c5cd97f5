import { counted } from '#shared/domain/documents/typography.ts'
import type { Opinion } from '#shared/domain/session/session.ts'

export const closingWords = {
  ready: 'Tous les points sont examinés. La séance peut être close.',
  blocked: 'Avant de clore :',
  blockedCount: (must: number, explain: number): string =>
    [
      ...(must > 0 ? [counted(must, 'point à régler', 'points à régler')] : []),
      ...(explain > 0
        ? [counted(explain, 'point à régler ou à expliquer', 'points à régler ou à expliquer')]
        : []),
    ].join(', '),
  states: { green: 'en ordre', explained: 'expliqué', open: 'à régler' },
  openToExplain: 'à régler ou à expliquer',
  checks: 'Liste de contrôle',
  greenChecks: (count: number): string => `${counted(count, 'contrôle en ordre', 'contrôles en ordre')}`,
  goToPoint: 'Aller au point',
  goToPoints: (count: number): string => `Aller au premier des ${count} points`,
  explanation: 'Explication portée au procès-verbal',
  opinions: {
    favourable: (count: number): string => counted(count, 'favorable', 'favorables'),
    reserved: (count: number): string => counted(count, 'avec réserves', 'avec réserves'),
    unfavourable: (count: number): string => counted(count, 'défavorable', 'défavorables'),
    deferred: (count: number): string => counted(count, 'ajourné', 'ajournés'),
    inadmissible: (count: number): string => counted(count, 'irrecevable', 'irrecevables'),
  } satisfies Readonly<Record<Opinion, (count: number) => string>>,
  recap: 'Récapitulatif',
  recapPoint: 'Point',
  recapOpinion: 'Avis',
  recapAmount: 'Montant',
  recapDeparture: 'Écart au classement',
  recapTotal: (decided: number, points: number): string => `${decided} sur ${points} décidés`,
  requested: 'Demandé',
  awarded: 'Attribué',
  remaining: 'Reste',
  waiting: 'Liste complémentaire',
  rectify: 'Acte rectificatif',
  rectifyTitle: 'Établir un acte rectificatif',
  rectifyHint:
    'Ce qui a été figé reste tel quel. L’acte cite le procès-verbal, dit l’erreur et ce qu’il faut lire.',
  rectifyPoint: 'Point corrigé',
  rectifyNoPoint: 'Aucun : une erreur hors de tout point',
  rectifyDate: 'Date de l’acte',
  rectifyReason: 'Pourquoi rectifier',
  rectifyText: 'Ce qu’il faut lire',
  rectifyTextHint: 'Par exemple « Lire 12 400 € au lieu de 14 200 €. »',
  rectifyCorrects: 'Corriger l’avis, le montant ou les motifs de ce point',
  rectifyBefore: 'Figé',
  rectifyAfter: 'Rectifié',
  rectifyAction: 'Établir l’acte',
  rectifyWord: 'RECTIFIER',
  rectifyWarning:
    'L’acte rectificatif est numéroté et figé à son tour. Une erreur qu’il contiendrait demandera un autre acte.',
  rectifications: 'Actes rectificatifs',
  number: 'Numéro',
  date: 'Date',
  point: 'Point',
  reason: 'Motif',
  readInstead: 'À lire',
} as const
