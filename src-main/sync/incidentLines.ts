import type { SyncIncident } from '#shared/contract/syncAnswers.ts'
import type { Incident } from '#shared/operations/authority/outputs.ts'
import type { Verdict } from '#shared/operations/authority/verdict.ts'
import { isHubLog } from '#shared/operations/lease/lease.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'

/** What differed between two authorities, as a person reads it: shown, never hidden [SY17, SY20]. */
export const incidentLines = ({ incidents }: FileSharing): readonly SyncIncident[] =>
  incidents().map(({ id, at, seen, incident }) => ({ id: String(id), at, seen, sentence: inWords(incident) }))

function inWords(incident: Incident): string {
  switch (incident.of) {
    case 'verdict-differs':
      return `Une écriture a reçu deux réponses : « ${answers[incident.theirs]} » d’abord, puis « ${answers[incident.ours]} ». La seconde l’emporte ; les deux sont conservées. Vérifiez ce qu’elle concerne.`
    case 'commit-lost':
      return 'Une écriture reçue dans la salle n’est jamais parvenue au serveur : seul son accusé de réception l’est. Le poste de son auteur la contient peut-être encore : reliez-le.'
    case 'revoked-meanwhile':
      return 'Une écriture de la salle vient d’un poste qui avait été retiré entre-temps. Elle tient jusqu’à ce que quelqu’un en décide.'
    case 'second-lease':
      return 'La même séance a été ouverte deux fois sans le serveur. La première revenue fait foi ; l’autre est gardée à part, entière.'
    case 'held-up':
      return incident.what === 'sending'
        ? `Des écritures de ce poste n’arrivent pas ${to(incident.log)}, malgré plusieurs essais. Elles restent dans le fichier et repartent d’elles-mêmes. Si cela dure, prévenez votre administrateur.`
        : `Ce que ce poste demande ${to(incident.log)} ne lui est pas donné, malgré plusieurs essais : il peut ne pas tout montrer. Rien de ce qu’il a écrit n’est perdu. Si cela dure, prévenez votre administrateur.`
    case 'turned-away':
      return `Une écriture de ce poste n’est pas prise ${by(incident.log)} (${incident.code}), et celles qui la suivent attendent. Elles restent dans le fichier et repartent d’elles-mêmes. Mettez le logiciel à jour ; si cela dure, prévenez votre administrateur.`
    case 'two-orders':
      return 'Deux postes ont ordonné la même salle différemment. L’ordre le plus avancé fait foi ; l’autre est conservé pour comparaison.'
  }
}

const to = (log: string): string => (isHubLog(log) ? 'au poste de la salle' : 'au serveur')
const by = (log: string): string => (isHubLog(log) ? 'par le poste de la salle' : 'par le serveur')

const answers: Readonly<Record<Verdict, string>> = {
  ok: 'acceptée',
  forbidden: 'non autorisée',
  late: 'trop tard',
  conflict: 'en conflit',
  closed: 'hors séance',
  'no-quorum': 'quorum non atteint',
  recused: 'déport',
  invalid: 'non valable',
  revoked: 'poste retiré',
  forked: 'poste dédoublé',
  deferred: 'en attente',
  'unknown-schema': 'version plus récente',
}
