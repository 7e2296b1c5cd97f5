import type { Dispatcher } from '#main/composition/dispatcher.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import type { ScenarioBoard, ScenarioView } from '#shared/domain/envelope/scenarioView.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { type Refused, refused } from '../answer.ts'

/** The scenario of the call that bears this name or id, with the board around it. */
export async function findScenario(
  dispatcher: Dispatcher,
  callId: string,
  written: string,
): Promise<
  { ok: true; value: ScenarioView; board: ScenarioBoard } | { ok: false; refusal: Refusal } | Refused
> {
  const board = await dispatcher.call('scenario.list', { callId })
  if (!board.ok) return board
  const wanted = foldForSearch(written)
  const found = board.value.scenarios.filter(
    ({ id, name }) => id === written || foldForSearch(name) === wanted,
  )
  const [only] = found
  if (only !== undefined && found.length === 1) return { ok: true, value: only, board: board.value }
  const names = board.value.scenarios.map(({ name }) => `« ${name} »`).join(', ')
  const sentence =
    found.length > 1
      ? `Plusieurs scénarios s’appellent « ${written} ». Rien n’a été modifié. Donnez l’identifiant que montre « scenario list --json ».`
      : `L’appel n’a pas de scénario « ${written} ». Rien n’a été modifié. ${
          names === ''
            ? 'Ouvrez-en un avec « delibere scenario FICHIER open ».'
            : `Scénarios connus : ${names}.`
        }`
  return refused('entity.missing', sentence, { scenario: written })
}
