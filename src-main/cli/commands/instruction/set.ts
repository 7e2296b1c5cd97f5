import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { collected } from '../../read/collected.ts'
import { choiceOf } from '../../read/readChoice.ts'
import { amountCentsOf, isoDateOf } from '../../read/readOptionValues.ts'
import { awardNatureWords, civilityWords, placeWords, proposalWords } from '../../read/words.ts'
import { instructionAction, onCandidature } from './instructionAction.ts'
import { instructionChanges, type SetOptions } from './instructionChanges.ts'
import { instructionText } from './show.ts'

export const setAction: RegisterCommand = (group, runner) => {
  instructionAction(
    runner,
    group.command('set').description('note ce qui est donné, et garde le reste'),
    'delibere instruction comite.delibere set --candidature 12 --civility Madame --name "Hélène Morvan" --capacity présidente --address "3 place de la Mairie" --address "56230 Berric"',
  )
    .option('--received <date>', 'date de réception de la demande', isoDateOf)
    .option('--ask-piece <pièce>', 'demande une pièce manquante, à répéter', collected)
    .option('--asked-on <date>', 'date de cette demande ; par défaut aujourd’hui', isoDateOf)
    .option('--deadline <date>', 'délai donné pour ces pièces', isoDateOf)
    .option('--pieces-received <date>', 'les pièces demandées sont arrivées ce jour', isoDateOf)
    .option('--strengths <texte>', 'points forts')
    .option('--weaknesses <texte>', 'points faibles')
    .option('--analysis <texte>', 'analyse du service')
    .option('--opinion <avis>', 'avis proposé : favorable, réservé ou défavorable', choiceOf(proposalWords))
    .option('--amount <montant>', 'montant proposé, en euros', amountCentsOf)
    .option('--inadmissible-law <texte>', 'irrecevable : la règle')
    .option('--inadmissible-fact <texte>', 'irrecevable : le fait')
    .option('--civility <civilité>', 'Madame, Monsieur ou aucune', choiceOf(civilityWords))
    .option('--name <nom>', 'prénom et nom du correspondant')
    .option('--capacity <qualité>', 'sa qualité : présidente, maire')
    .option('--address <ligne>', 'une ligne de son adresse, à répéter', collected)
    .option('--email <courriel>', 'son adresse électronique')
    .option('--place <lieu>', 'métropole, outre-mer ou étranger', choiceOf(placeWords))
    .option('--natural-person', 'une personne physique qui demande en son nom')
    .option('--nature <nature>', 'fonctionnement ou investissement', choiceOf(awardNatureWords))
    .option('--payment <texte>', 'modalités de versement')
    .option('--to-return <pièce>', 'pièce à rendre pour être payé, à répéter', collected)
    .option('--obligation <texte>', 'obligation du bénéficiaire, à répéter', collected)
    .option('--lapses-on <date>', 'date de caducité', isoDateOf)
    .option('--reduction-law <texte>', 'pourquoi moins que demandé : la règle')
    .option('--reduction-fact <texte>', 'pourquoi moins que demandé : le fait')
    .option('--budget-line <imputation>', 'imputation budgétaire')
    .option('--authorisation <texte>', 'convention : délibération qui permet de signer')
    .option('--iban <iban>', 'convention : compte à créditer')
    .option('--starts-on <date>', 'convention : début', isoDateOf)
    .option('--ends-on <date>', 'convention : fin', isoDateOf)
    .option('--notified-on <date>', 'date à laquelle le demandeur a reçu la décision', isoDateOf)
    .action((file: string, options: SetOptions) =>
      onCandidature(
        runner,
        file,
        options,
        async ({ dispatcher }, { id, number, applicant }): Promise<Answer> => {
          const known = await dispatcher.call('instruction.get', { candidatureId: id })
          if (!known.ok) return known
          const set = instructionChanges(known.value.instruction, options, runner.terminal.today())
          if (!set.ok) return set
          const changed = await dispatcher.call('instruction.change', { candidatureId: id, set: set.value })
          if (!changed.ok) return changed
          const view = await dispatcher.call('instruction.get', { candidatureId: id })
          if (!view.ok) return view
          return said(view.value, `n° ${number}, ${applicant}\n${instructionText(view.value)}`)
        },
      ),
    )
}
