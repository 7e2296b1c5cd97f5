import { useNavigate } from '@tanstack/react-router'
import type { AppState } from '#shared/contract/answers.ts'
import { useAct } from '../bridge/useAct.ts'
import { useHolder } from '../sharing/useHolder.ts'
import { useSync } from '../sharing/useSync.ts'
import { keepLook, readLook } from './look.ts'
import { openHelp } from './openPalette.ts'
import { placesFor } from './places.ts'
import { useUndo } from './useUndo.ts'

export interface Command {
  readonly kind: 'place' | 'action' | 'candidature'
  readonly id: string
  readonly label: string
  /** The key that does the same, or what tells it from its neighbours. */
  readonly detail?: string
  /** A second line, smaller. */
  readonly below?: string
  readonly run: () => void
}

/** What the palette can do, beside finding candidatures. */
export function useCommands(app: AppState): readonly Command[] {
  const navigate = useNavigate()
  const { undo, redo } = useUndo()
  const { act: closeFile } = useAct('file.close')
  const sync = useSync()
  const go =
    (to: string, search: Record<string, string> = {}) =>
    () =>
      void navigate({ to, search })
  const theme = (name: 'system' | 'light' | 'dark', label: string): Command => ({
    kind: 'action',
    id: `theme-${name}`,
    label,
    run: () => keepLook({ ...readLook(), theme: name }),
  })
  const { role, writesDossiers } = useHolder()
  const { job, setup } = placesFor(role, app.viewer === null || sync !== undefined)
  const places = [...job, ...setup]
  const ofSecretary: readonly Command[] = [
    { kind: 'action', id: 'import', label: 'Importer des candidatures', run: go('/importer') },
    {
      kind: 'action',
      id: 'to-check',
      label: 'Montrer les candidatures à vérifier',
      run: go('/candidatures', { check: '1' }),
    },
    ...documentSides.map(
      ([view, label]): Command => ({
        kind: 'action',
        id: `documents-${view}`,
        label,
        run: go('/documents', { view }),
      }),
    ),
  ]
  return [
    ...places.map(
      (place): Command => ({ kind: 'place', id: place.path, label: place.label, run: go(place.path) }),
    ),
    ...(writesDossiers ? ofSecretary : []),
    ...(app.undo === null
      ? []
      : [
          {
            kind: 'action',
            id: 'undo',
            label: `Annuler : ${app.undo}`,
            detail: 'Ctrl+Z',
            run: undo,
          } as const,
        ]),
    ...(app.redo === null
      ? []
      : [
          {
            kind: 'action',
            id: 'redo',
            label: `Rétablir : ${app.redo}`,
            detail: 'Ctrl+Y',
            run: redo,
          } as const,
        ]),
    { kind: 'action', id: 'help', label: 'Montrer les raccourcis du clavier', detail: 'F1', run: openHelp },
    theme('light', 'Passer à l’affichage clair'),
    theme('dark', 'Passer à l’affichage sombre'),
    theme('system', 'Suivre l’affichage du système'),
    {
      kind: 'action',
      id: 'lock',
      label: 'Verrouiller le fichier',
      detail: 'Ctrl+L',
      run: () => void closeFile({}),
    },
  ]
}

/** Sides of the documents that one looks for by what one wants to do. */
const documentSides = [
  ['lettres', 'Produire les lettres et les actes'],
  ['communication', 'Préparer une communication au public'],
  ['modeles', 'Modèles Word de la collectivité'],
  ['preuve', 'Vérifier un document, rapporter un retour'],
] as const
