import type { ProjectionView } from './projectionView.ts'
import type { ItemKind, ItemOutcome, Opinion } from './session.ts'

/** [SE38] An outcome in a few words. Only a deciding body grants or rejects; every other instance gives an opinion. */
export function resultLabel(
  kind: ItemKind,
  { opinion, waitingList }: Pick<ItemOutcome, 'opinion' | 'waitingList'>,
  decides: boolean,
): string {
  if (kind === 'candidature' && waitingList) return 'Liste d’attente'
  return (kind === 'milestone' ? milestone : kind === 'candidature' ? (decides ? grant : advice) : agreement)[
    opinion
  ]
}

type Tone = NonNullable<ProjectionView['result']>['tone']

export function resultTone(opinion: Opinion, waitingList: boolean): Tone {
  if (waitingList || opinion === 'deferred') return 'neutral'
  return opinion === 'inadmissible' ? 'unfavourable' : opinion
}

type Labels = Readonly<Record<Opinion, string>>

const advice: Labels = {
  favourable: 'Avis favorable',
  reserved: 'Avis favorable avec réserves',
  unfavourable: 'Avis défavorable',
  deferred: 'Ajourné',
  inadmissible: 'Irrecevable',
}

const grant: Labels = {
  favourable: 'Aide attribuée',
  reserved: 'Aide attribuée sous réserves',
  unfavourable: 'Demande rejetée',
  deferred: 'Ajourné',
  inadmissible: 'Irrecevable',
}

/** go, go with conditions, stop */
const milestone: Labels = {
  favourable: 'Le projet continue',
  reserved: 'Le projet continue sous conditions',
  unfavourable: 'Le projet s’arrête',
  deferred: 'Ajourné',
  inadmissible: 'Sans objet',
}

const agreement: Labels = {
  favourable: 'Accord',
  reserved: 'Accord avec réserves',
  unfavourable: 'Désaccord',
  deferred: 'Ajourné',
  inadmissible: 'Sans objet',
}
