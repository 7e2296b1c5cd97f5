import { formatCount } from '../../../ui/formatCount.ts'

export const words = {
  leadOne:
    'Ce changement a été écrit sur ce portable, puis refusé par le serveur ou par la salle. Il ne compte pas dans ce qui est affiché. Rien n’est effacé tant que vous n’avez pas choisi.',
  lead: 'Ces changements ont été écrits sur ce portable, puis refusés par le serveur ou par la salle. Ils ne comptent pas dans ce qui est affiché. Rien n’est effacé tant que vous n’avez pas choisi.',
  count: (count: number) =>
    count > 1 ? `${formatCount(count)} changements à régulariser` : '1 changement à régulariser',
  emptyTitle: 'Rien à régulariser',
  empty:
    'Tout ce que vous avez écrit a été accepté, ou attend encore sa réponse. Un changement refusé apparaît ici, avec la règle qui l’a refusé et ce que vous pouvez faire.',
  written: 'Écrit ici le',
  compare: 'Valeur par valeur',
  field: 'Champ',
  mine: 'Votre saisie, refusée',
  theirs: 'En place',
  differs: 'différent',
  same: 'identique',
  nothing: '(rien)',
  takeUp: 'Reprendre',
  takeUpMine: 'Remettre ma saisie',
  letGo: 'Laisser',
  keepTheirs: 'Garder ce qui est en place',
  on: (verb: string, label: string) => `${verb} : ${label}`,
  letGoTitle: 'Laisser ce changement',
  letGoWords: 'Il ne sera pas appliqué, et il quitte cette liste.',
  letGoSafe: 'Sa trace signée reste dans le journal du comité : rien ne disparaît de l’historique.',
  cannotTakeUp: 'Ce changement ne peut pas être repris tel quel.',
  taken: (label: string) => `Repris : ${label}`,
  left: (label: string) => `Laissé : ${label}`,
  see: {
    candidature: 'Voir la candidature',
    sheet: 'Voir la candidature',
    session: 'Voir la séance',
    call: 'Voir l’appel',
    grid: 'Voir la grille',
  },
} as const
