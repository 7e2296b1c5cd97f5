import type { KeyAreaCopies } from '../file/keyAreaFile.ts'

/** Both copies whole and alike: one is enough to open, two are what the next power cut needs. */
export function examineKeyArea({ copies: [first, second] }: KeyAreaCopies): string | null {
  if (first.kind !== 'valid') return damaged('La première')
  if (second.kind !== 'valid') return damaged('La seconde')
  if (first.area.generation !== second.area.generation)
    return `Un changement de phrase de passe s’est interrompu : l’ancienne phrase ouvre peut-être encore ce fichier. ${remedy}`
  return null
}

const damaged = (which: string) =>
  `${which} copie de la zone des clés est endommagée ; l’autre est intacte. ${remedy}`

const remedy = 'Changez la phrase de passe pour réécrire les deux copies.'
