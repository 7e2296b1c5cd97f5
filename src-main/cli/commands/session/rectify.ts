import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { amountCentsOf, isoDateOf, wholeNumberOf } from '../../read/readOptionValues.ts'
import { opinionWords } from '../../read/words.ts'
import { findItem } from './findItem.ts'
import { onSession, type SessionOptions, sessionAction } from './sessionAction.ts'

interface RectifyOptions extends SessionOptions {
  readonly date?: string
  readonly reason: string
  readonly text: string
  readonly candidature?: number
  readonly opinion?: keyof typeof opinionWords
  readonly amount?: number
  readonly conditions: string
  readonly legal: string
  readonly factual: string
}

export const rectifyAction: RegisterCommand = (group, runner) => {
  sessionAction(
    runner,
    group
      .command('rectify')
      .description('ajoute un rectificatif à un procès-verbal clos, qui reste tel qu’il est'),
    'delibere session comite.delibere rectify --session PV-2026-001 --candidature 12 --opinion favorable --amount "12 435,00" --reason "chiffres inversés" --text "Lire 12 435,00 €."',
  )
    .requiredOption('--reason <motif>', 'pourquoi le procès-verbal est rectifié')
    .requiredOption('--text <texte>', 'ce qu’il faut lire')
    .option('--date <date>', 'date du rectificatif ; par défaut aujourd’hui', isoDateOf)
    .option('--candidature <numéro>', 'le point rectifié', wholeNumberOf)
    .option('--opinion <avis>', 'avis à lire sur ce point', choiceOf(opinionWords))
    .option('--amount <montant>', 'montant à lire, en euros', amountCentsOf)
    .option('--conditions <texte>', 'réserves, conditions', '')
    .option('--legal <texte>', 'motivation : règlement, article, critère', '')
    .option('--factual <texte>', 'motivation : faits propres au dossier', '')
    .action((file: string, options: RectifyOptions) =>
      onSession(runner, file, options, async ({ dispatcher }, session): Promise<Answer> => {
        const { candidature, opinion, amount, conditions, legal, factual, reason, text } = options
        const found = candidature === undefined ? null : await findItem(dispatcher, session.id, candidature)
        if (found !== null && !found.ok) return found
        const corrected =
          opinion === undefined
            ? null
            : { opinion, amountCents: amount ?? null, conditions, rationale: { legal, factual } }
        const rectified = await dispatcher.call('session.rectify', {
          sessionId: session.id,
          date: options.date ?? runner.terminal.today(),
          rectification: { itemId: found?.item.itemId ?? null, reason, text, corrected },
        })
        if (!rectified.ok) return rectified
        const { number, factsDigest } = rectified.value
        return said(rectified.value, `Rectificatif ${number}, empreinte des faits figés :\n${factsDigest}`)
      }),
    )
}
