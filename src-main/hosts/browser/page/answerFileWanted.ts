import { tellChoice } from './tellChoice.ts'

/** The host needs a file from this person, for one of its procedures. */
export interface FileWanted {
  readonly kind: 'host.file-wanted'
  readonly id: string
  readonly fileKind: 'delibere' | 'import' | 'document' | 'word' | 'bundle'
  /** `.delibere` files already kept on this computer, absolute paths. */
  readonly keptFiles: readonly string[]
}

/** Lets the person choose, sends the file if it comes from elsewhere, and tells the host which one. */
export async function answerFileWanted(wanted: FileWanted): Promise<void> {
  const choice = await askInDialog(wanted)
  await tellChoice(wanted.id, choice instanceof File ? await send(choice) : choice)
}

async function send(file: File): Promise<string | null> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  if (!response.ok) return null
  const answer = (await response.json()) as { path: string }
  return answer.path
}

/** A path already known, a file to send, or null when the person gave up. Keyboard: Tab, Enter, Escape. */
function askInDialog(wanted: FileWanted): Promise<string | File | null> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog')
    dialog.className = 'host-file-dialog'
    // Asked from a dialog of the screens: it stands above it, not behind with the rest of the page.
    dialog.dataset.reactAriaTopLayer = 'true'
    dialog.setAttribute('aria-label', titles[wanted.fileKind])
    const close = (choice: string | File | null) => {
      dialog.remove()
      resolve(choice)
    }
    const title = document.createElement('h2')
    title.textContent = titles[wanted.fileKind]
    dialog.append(title, ...wanted.keptFiles.map((path) => keptFileButton(path, () => close(path))))

    const picker = document.createElement('input')
    picker.type = 'file'
    picker.accept = accepted[wanted.fileKind]
    picker.addEventListener('change', () => close(picker.files?.[0] ?? null))
    const label = document.createElement('label')
    label.append(pickerLabels[wanted.fileKind], document.createElement('br'), picker)

    const giveUp = document.createElement('button')
    giveUp.type = 'button'
    giveUp.textContent = 'Annuler'
    giveUp.addEventListener('click', () => close(null))
    dialog.addEventListener('cancel', () => close(null))
    const rows = [label, giveUp].map((part) => {
      const row = document.createElement('p')
      row.append(part)
      return row
    })
    dialog.append(...rows)
    document.body.append(dialog)
    dialog.showModal()
  })
}

function keptFileButton(path: string, choose: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = path.split(/[\\/]/).at(-1) ?? path
  button.title = path
  button.addEventListener('click', choose)
  const row = document.createElement('p')
  row.append(button)
  return row
}

const titles = {
  delibere: 'Ouvrir un fichier Délibéré',
  import: 'Choisir le fichier à importer',
  document: 'Choisir un document',
  word: 'Choisir un modèle Word',
  bundle: 'Choisir un envoi sur clé',
} as const

const pickerLabels = {
  delibere: 'Un autre fichier (il sera copié dans le dossier Délibéré) :',
  import: 'Fichier texte ou tableau :',
  document: 'Document :',
  word: 'Fichier Word (.docx) :',
  bundle: 'Envoi sur clé (.delibere-cle) :',
} as const

const accepted = {
  delibere: '.delibere',
  import: '.txt,.md,.csv,.tsv',
  document: '.pdf,.docx,.csv',
  word: '.docx',
  bundle: '.delibere-cle',
} as const
