import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/contract/contract.ts'

/**
 * The French application menu. « & » marks the access key (Alt + letter), unique among its neighbours.
 * @param choose carries out an entry that belongs to a screen
 */
export function applicationMenu(
  choose: (command: MenuCommand) => void,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const entry = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    id: command,
    click: () => choose(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(platform === 'darwin' ? [macMenu] : []),
    {
      label: '&Fichier',
      submenu: [
        entry('&Nouveau fichier…', 'file.new', 'CommandOrControl+N'),
        entry('&Ouvrir…', 'file.open', 'CommandOrControl+O'),
        separator,
        entry('&Verrouiller', 'file.lock', 'CommandOrControl+L'),
        separator,
        { role: 'quit', label: '&Quitter', accelerator: 'CommandOrControl+Q' },
      ],
    },
    {
      label: '&Édition',
      submenu: [
        // Undo belongs to the screens: outside a text field it takes back a recorded act.
        entry('&Annuler', 'edit.undo'),
        entry('&Rétablir', 'edit.redo'),
        separator,
        { role: 'cut', label: 'Co&uper' },
        { role: 'copy', label: '&Copier' },
        { role: 'paste', label: 'C&oller' },
        { role: 'selectAll', label: '&Tout sélectionner' },
      ],
    },
    {
      label: '&Affichage',
      submenu: [
        { role: 'zoomIn', label: '&Agrandir' },
        { role: 'zoomOut', label: '&Réduire' },
        { role: 'resetZoom', label: 'Taille &normale' },
        separator,
        { role: 'togglefullscreen', label: '&Plein écran' },
      ],
    },
    {
      label: 'A&ide',
      submenu: [
        entry('&Guide du secrétariat', 'help.guide', 'F1'),
        { role: 'about', label: 'À &propos de Délibéré' },
      ],
    },
  ]
}

const macMenu: MenuItemConstructorOptions = {
  label: 'Délibéré',
  submenu: [
    { role: 'about', label: 'À propos de Délibéré' },
    { type: 'separator' },
    { role: 'hide', label: 'Masquer Délibéré' },
    { role: 'hideOthers', label: 'Masquer les autres' },
    { role: 'unhide', label: 'Tout afficher' },
    { type: 'separator' },
    { role: 'quit', label: 'Quitter Délibéré' },
  ],
}
