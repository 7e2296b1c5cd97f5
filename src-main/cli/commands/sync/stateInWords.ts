import type { SyncState } from '#shared/contract/syncAnswers.ts'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import { accessWords } from '../../read/words.ts'

/** How a file stands with the others, in two lines; a third says why when it is not reached. */
export function stateInWords(state: SyncState): string {
  if (state.sharing === 'alone') return 'Ce fichier n’est partagé avec aucun autre poste.'
  const { self, centre, why } = state
  return [
    [
      self === null ? 'Poste' : `${self.name} (${accessWords[self.role][0]})`,
      connectionWords[state.connection],
      ...(centre === null ? [] : [`serveur ${centre.origin}`]),
    ].join(', '),
    `À envoyer : ${state.toSend}. À régulariser : ${state.toRegularise}. Écarts à voir : ${state.incidents}.`,
    ...(why === null || state.connection === 'connected'
      ? []
      : [refusalSentence({ code: why, details: {} })]),
  ].join('\n')
}

const connectionWords: Readonly<Record<SyncState['connection'], string>> = {
  connected: 'relié',
  connecting: 'se relie',
  offline: 'hors de portée',
  refused: 'refusé',
  stopped: 'en pause',
}
