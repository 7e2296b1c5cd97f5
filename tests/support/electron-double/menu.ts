import { record } from './recorder.ts'

interface MenuTemplateEntry {
  readonly id?: string
  readonly click?: () => void
  readonly submenu?: readonly MenuTemplateEntry[]
}

let current: MenuDouble | null = null

class MenuDouble {
  readonly items: readonly MenuTemplateEntry[]
  constructor(items: readonly MenuTemplateEntry[]) {
    this.items = items
  }

  getMenuItemById(id: string): MenuTemplateEntry | null {
    return flatten(this.items).find((entry) => entry.id === id) ?? null
  }
}

export const Menu = {
  buildFromTemplate: (template: readonly MenuTemplateEntry[]) => new MenuDouble(template),
  setApplicationMenu(menu: MenuDouble | null): void {
    record('Menu.setApplicationMenu')
    current = menu
  },
  getApplicationMenu: () => current,
}

function flatten(entries: readonly MenuTemplateEntry[]): MenuTemplateEntry[] {
  return entries.flatMap((entry) => [entry, ...flatten(entry.submenu ?? [])])
}
