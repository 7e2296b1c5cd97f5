import { tellChoice } from './tellChoice.ts'

/** The host needs the path of a new folder: a browser shows no folder of this computer, so the person types it. */
export interface FolderWanted {
  readonly kind: 'host.folder-wanted'
  readonly id: string
  /** Absolute path proposed. */
  readonly suggested: string
}

export async function answerFolderWanted(wanted: FolderWanted): Promise<void> {
  await tellChoice(wanted.id, await askInDialog(wanted.suggested))
}

/** What was typed, or null when the person gave up. Keyboard: Tab, Enter, Escape. */
function askInDialog(suggested: string): Promise<string | null> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog')
    dialog.className = 'host-file-dialog'
    // Asked from a dialog of the screens: it stands above it, not behind with the rest of the page.
    dialog.dataset.reactAriaTopLayer = 'true'
    dialog.setAttribute('aria-label', title)
    const close = (path: string | null) => {
      dialog.remove()
      resolve(path)
    }
    const heading = document.createElement('h2')
    heading.textContent = title

    const typed = document.createElement('input')
    typed.type = 'text'
    typed.required = true
    typed.value = suggested
    typed.size = 60
    const label = document.createElement('label')
    label.append('Chemin du dossier à créer sur cet ordinateur\u00A0:', document.createElement('br'), typed)

    const accept = document.createElement('button')
    accept.type = 'submit'
    accept.textContent = 'Créer ce dossier'
    const giveUp = document.createElement('button')
    giveUp.type = 'button'
    giveUp.textContent = 'Annuler'
    giveUp.addEventListener('click', () => close(null))
    dialog.addEventListener('cancel', () => close(null))

    const form = document.createElement('form')
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const path = typed.value.trim()
      if (path !== '') close(path)
    })
    for (const parts of [[label], [accept, ' ', giveUp]]) {
      const row = document.createElement('p')
      row.append(...parts)
      form.append(row)
    }
    dialog.append(heading, form)
    document.body.append(dialog)
    dialog.showModal()
    typed.select()
  })
}

const title = 'Dossier où écrire les documents'
