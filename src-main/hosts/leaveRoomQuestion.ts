import type { RoomState } from '#shared/contract/syncAnswers.ts'

/** What is asked before the program ends; the first button is the safe one. */
export interface LeaveQuestion {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly [stay: string, leave: string]
}

/** Null when nobody depends on this laptop: it holds no room, or one that is closed already. */
export function leaveRoomQuestion(room: RoomState | null): LeaveQuestion | null {
  if (room === null || !room.isHub || room.standing !== 'open') return null
  const others = room.people.filter(({ isHere, isHub }) => isHere && !isHub).length
  return {
    message: 'Ce portable tient la salle de la séance.',
    detail: [
      others === 0
        ? 'Personne d’autre n’y est en ce moment.'
        : `${others === 1 ? 'Un autre portable y est' : `${others} autres portables y sont`} en ce moment : sans ce portable, ce qui s’écrit attend sur chacun.`,
      'Rien n’est perdu : la salle reprend quand ce fichier est rouvert ici. Si la séance est finie, restez et fermez d’abord la salle.',
    ].join('\n\n'),
    buttons: ['Rester', 'Quitter quand même'],
  }
}
