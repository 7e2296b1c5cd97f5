import { readFileSync } from 'node:fs'
import { counted } from '#shared/domain/documents/typography.ts'
import { type Answer, refused, said } from '../answer.ts'
import type { RegisterCommand } from '../program.ts'
import { wholeNumberOf } from '../read/readOptionValues.ts'
import { findItem } from './session/findItem.ts'
import { onSession, type SessionOptions, sessionAction } from './session/sessionAction.ts'

/** `marks FILE paste TABLE`: the marks of one point of a session, members by criteria, all of them or none. */
export const marksPasteAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group
      .command('paste')
      .description('note un point en séance d’après un tableau : membres en lignes, critères en colonnes'),
    'delibere marks comite.delibere paste point-12.tsv --candidature 12',
  )
    .argument('<tableau>', 'texte copié d’un tableur : colonnes séparées par des tabulations')
    .requiredOption('--candidature <numéro>', 'la candidature notée', wholeNumberOf)
    .action((file: string, source: string, options: SessionOptions & { readonly candidature: number }) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const text = readText(runner.pathOf(source))
        if (text === null)
          return refused(
            'file.missing',
            `Le tableau « ${source} » n’existe pas ou ne se lit pas. Rien n’a été modifié.`,
            { path: source },
          )
        const found = await findItem(dispatcher, session.id, options.candidature)
        if (!found.ok) return found
        const { itemId } = found.item
        const pasted = await dispatcher.call('session.paste-marks', { sessionId: session.id, itemId, text })
        if (!pasted.ok) return pasted
        const { marks, sheets } = pasted.value
        return said(
          pasted.value,
          `${counted(marks, 'note', 'notes')} sur ${counted(sheets, 'fiche', 'fiches')}.`,
        )
      }),
    )
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
