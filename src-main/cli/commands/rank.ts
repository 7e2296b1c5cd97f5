import { type Answer, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findCall } from '../find/findCall.ts'
import type { RegisterCommand } from '../program.ts'
import { rankingCsv, rankingText } from '../showRanking.ts'
import { watchText } from '../showWatch.ts'

interface RankOptions extends SharedOptions {
  readonly call?: string
  readonly csv?: true
  readonly watch?: true
}

/** `rank FILE`: the ranking under the envelope. */
export const rankCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program.command('rank').description('montre le classement sous l’enveloppe'),
      'delibere rank comite.delibere --call "Appel 2026"',
    )
    .argument('<fichier>', 'le fichier du comité')
    .option('--call <nom>', 'l’appel, quand il y en a plusieurs')
    .option('--csv', 'écrit un tableau pour tableur au lieu d’un texte')
    .option('--watch', 'montre plutôt ce qui mérite un débat et ce qui est fragile')
    .action((file: string, options: RankOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const call = await findCall(dispatcher, options.call)
        if (!call.ok) return call
        if (options.watch) {
          const watch = await dispatcher.call('ranking.watch', { callId: call.value.id })
          return watch.ok ? said(watch.value, watchText(watch.value)) : watch
        }
        const ranking = await dispatcher.call('ranking.get', { callId: call.value.id })
        if (!ranking.ok) return ranking
        return said(ranking.value, options.csv ? rankingCsv(ranking.value) : rankingText(ranking.value))
      }),
    )
}
