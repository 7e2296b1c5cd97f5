import { lookAtBundle } from '#main/composition/lookAtBundle.ts'
import { type Answer, said } from '../../answer.ts'
import type { SharedOptions } from '../../commandRunner.ts'
import type { RegisterCommand } from '../../program.ts'

/** `bundle FILE show`: who exported it, when, for whom, how much is inside, and that it is whole. Opens nothing. */
export const showBundleCommand: RegisterCommand = (group, runner) => {
  runner
    .prepare(
      group
        .command('show')
        .description('dit qui a fait l’envoi, quand, pour qui, et s’il est entier ; sans l’ouvrir'),
      'delibere bundle "Envoi du 2026-11-22 pour la salle.delibere-cle" show',
    )
    .argument('<envoi>', 'le fichier « .delibere-cle »')
    .action((file: string, options: SharedOptions) =>
      runner.withoutFile(options, async (): Promise<Answer> => {
        const path = runner.pathOf(file)
        const onProgress = ({ done, total }: { done: number; total: number }) =>
          runner.terminal.showProgress(`Lecture ${done}/${total}`)
        const looked = await lookAtBundle(path, { onProgress, signal: { aborted: false } })
        if (!looked.ok) return looked
        const { header, counts, sizeBytes } = looked.value
        const devices = header.slots.flatMap((slot) => (slot.kind === 'device' ? [slot.device] : []))
        const hasPassphrase = header.slots.some(({ kind }) => kind === 'passphrase')
        const value = {
          committee: header.org,
          exportedBy: header.exporter,
          exportedAt: new Date(header.at).toISOString(),
          devices,
          hasPassphrase,
          counts,
          sizeBytes,
        }
        return said(value, inWords(value))
      }),
    )
}

interface ShownBundle {
  readonly committee: string
  readonly exportedBy: { readonly device: string; readonly key: string }
  readonly exportedAt: string
  readonly devices: readonly string[]
  readonly hasPassphrase: boolean
  readonly counts: Readonly<Record<'commits' | 'headers' | 'entries' | 'checkpoints' | 'blobs', number>>
  readonly sizeBytes: number
}

/** What a signature of a key that nobody vouched for proves, and no more, is said in so many words. */
function inWords({
  committee,
  exportedBy,
  exportedAt,
  devices,
  hasPassphrase,
  counts,
  sizeBytes,
}: ShownBundle) {
  const readers = [
    ...(devices.length === 0 ? [] : [`${counted(devices.length, 'poste')} : ${devices.join(', ')}`]),
    ...(hasPassphrase ? ['qui connaît la phrase de la salle'] : []),
  ]
  const date = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' })
  return [
    `Envoi entier, inchangé depuis son export (${sizeInWords(sizeBytes)}).`,
    `Fait le ${date.format(new Date(exportedAt))}, d’après l’horloge du poste ${exportedBy.device}.`,
    `Comité : ${committee}`,
    `Pour : ${readers.join(' ; ')}`,
    `Contenu : ${[
      counted(counts.commits, 'écriture'),
      `${counts.headers} sans leur contenu`,
      counted(counts.entries, 'réponse'),
      counted(counts.checkpoints, 'repère'),
      counted(counts.blobs, 'pièce jointe', 'pièces jointes'),
    ].join(', ')}`,
    `Clé du poste : ${exportedBy.key}`,
    'L’import vérifiera que ce poste est connu du comité ; ici, seule sa signature l’a été.',
  ].join('\n')
}

function sizeInWords(bytes: number): string {
  const [size, unit] = bytes < 2 ** 20 ? [Math.ceil(bytes / 2 ** 10), 'Ko'] : [bytes / 2 ** 20, 'Mo']
  return `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(size)} ${unit}`
}

const counted = (count: number, one: string, several = `${one}s`) => `${count} ${count > 1 ? several : one}`
