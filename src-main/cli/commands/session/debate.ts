import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { wholeNumberOf } from '../../read/readOptionValues.ts'
import { findItem } from './findItem.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface DebateOptions extends SessionOptions {
  readonly candidature?: number
  readonly text: string
}

export const debateAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group.command('debate').description('écrit la teneur des discussions, générale ou sur une candidature'),
    'delibere session comite.delibere debate --candidature 12 --text "Le calendrier est discuté."',
  )
    .option('--candidature <numéro>', 'sinon, les propos généraux', wholeNumberOf)
    .requiredOption(
      '--text <texte>',
      'ce qui s’est dit ; ### titre, - liste, **gras**, *italique* et [[12]] (dossier n° 12) sont mis en forme',
    )
    .action((file: string, options: DebateOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const sessionId = session.id
        if (options.candidature === undefined) {
          const set = { discussion: options.text }
          const changed = await dispatcher.call('session.change', { sessionId, set })
          return changed.ok ? said(null, 'Les propos généraux sont notés.') : changed
        }
        const found = await findItem(dispatcher, sessionId, options.candidature)
        if (!found.ok) return found
        const { itemId } = found.item
        const written = await dispatcher.call('session.write-debate', {
          sessionId,
          itemId,
          text: options.text,
        })
        return written.ok
          ? said(null, `Les débats sur la candidature n° ${options.candidature} sont notés.`)
          : written
      }),
    )
}
