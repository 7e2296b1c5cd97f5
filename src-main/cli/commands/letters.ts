import type { BatchKind, BatchReport } from '#shared/domain/documents/documentBoard.ts'
import { counted } from '#shared/domain/documents/typography.ts'
import { type Answer, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findCandidature } from '../find/findCandidature.ts'
import { findSession } from '../find/findSession.ts'
import type { RegisterCommand } from '../program.ts'
import { collectedNumbers } from '../read/collected.ts'
import { choiceOf } from '../read/readChoice.ts'

interface LettersOptions extends SharedOptions {
  readonly session: string
  readonly what: BatchKind
  readonly format: 'pdf' | 'docx' | 'both'
  readonly candidature?: readonly number[]
  readonly out: string
}

/** `letters FILE --out FOLDER`: every letter of a session at once; also its orders, agreements and reports. */
export const lettersCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program
        .command('letters')
        .description('produit d’un coup les courriers d’une séance, dans un dossier neuf'),
      'delibere letters comite.delibere --session last --out "Courriers PV-2026-001" --format pdf+word',
    )
    .argument('<fichier>', 'le fichier du comité')
    .option('--session <séance>', 'son numéro dans la liste, le numéro du PV ou last', 'last')
    .option(
      '--what <quoi>',
      'courriers (par défaut), arrêtés, conventions ou rapports',
      choiceOf(batchNames),
      'letters' as const,
    )
    .option('--format <format>', 'pdf, word ou pdf+word (par défaut)', choiceOf(formatNames), 'both' as const)
    .option('--candidature <numéro>', 'celle-ci seulement, à répéter', collectedNumbers)
    .requiredOption('--out <dossier>', 'le dossier à créer')
    .action((file: string, options: LettersOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const { what, format } = options
        const session = await findSession(dispatcher, options.session)
        if (!session.ok) return session
        const candidatureIds: string[] = []
        for (const number of options.candidature ?? []) {
          const found = await findCandidature(dispatcher, session.value.callId, number)
          if (!found.ok) return found
          candidatureIds.push(found.value.id)
        }
        const batch = await dispatcher.call('document.batch', {
          sessionId: session.value.id,
          what,
          format,
          candidatureIds: options.candidature === undefined ? null : candidatureIds,
          folder: runner.pathOf(options.out),
        })
        if (!batch.ok) return batch
        const text = batchText(what, batch.value)
        // Nothing was written: a script must not take it for done.
        return batch.value.written > 0
          ? said(batch.value, text)
          : refused('document.missing-items', text, {
              items: batch.value.left.map(({ number, reason }) => `n° ${number} : ${reason}`),
            })
      }),
    )
}

const batchNames: Readonly<Record<BatchKind, readonly [string, ...string[]]>> = {
  letters: ['courriers', 'lettres'],
  'award-orders': ['arrêtés', 'arrêtés attributifs'],
  agreements: ['conventions'],
  reports: ['rapports'],
}

const formatNames = {
  pdf: ['pdf'],
  docx: ['word'],
  both: ['pdf+word', 'les deux'],
} as const satisfies Record<LettersOptions['format'], readonly [string, ...string[]]>

const counts: Readonly<Record<BatchKind, readonly [string, string]>> = {
  letters: ['courrier produit', 'courriers produits'],
  'award-orders': ['arrêté produit', 'arrêtés produits'],
  agreements: ['convention produite', 'conventions produites'],
  reports: ['rapport produit', 'rapports produits'],
}

function batchText(what: BatchKind, { written, folder, merged, mailMerge, left }: BatchReport): string {
  const [singular, plural] = counts[what]
  return [
    written === 0
      ? 'Aucun document n’a pu être produit, aucun dossier n’a été créé.'
      : `${counted(written, singular, plural)} : « ${folder} »`,
    ...(merged === null
      ? []
      : [`Pour imprimer d’un coup : « ${merged} ». Pour un publipostage : « ${mailMerge} ».`]),
    ...(left.length === 0
      ? []
      : [
          `${counted(left.length, 'candidature est restée', 'candidatures sont restées')} de côté :`,
          ...left.map(({ number, applicant, reason }) => `  n° ${number}, ${applicant} : ${reason}`),
        ]),
  ].join('\n')
}
