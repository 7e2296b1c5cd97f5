import type { DisclosureMask } from '#shared/domain/documents/documentBoard.ts'
import { counted } from '#shared/domain/documents/typography.ts'
import { type Answer, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { findSession } from '../find/findSession.ts'
import type { RegisterCommand } from '../program.ts'
import { collectedNumbers } from '../read/collected.ts'

interface DisclosureOptions extends SharedOptions {
  readonly session: string
}

/** `disclosure FILE list|export`: what a citizen who asks is given, once a person has read what is masked. */
export const disclosureCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program.command('disclosure').description('le dossier communicable d’une séance close'),
    'delibere disclosure comite.delibere list --session last',
  )
  runner
    .prepare(
      group.command('list').description('montre les mentions qui seraient occultées, à relire'),
      'delibere disclosure comite.delibere list --session last',
    )
    .argument('<fichier>', 'le fichier du comité')
    .option('--session <séance>', 'son numéro dans la liste, le numéro du PV ou last', 'last')
    .action((file: string, options: DisclosureOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const session = await findSession(dispatcher, options.session)
        if (!session.ok) return session
        const review = await dispatcher.call('disclosure.preview', { sessionId: session.value.id })
        return review.ok ? said(review.value, masksText(review.value.masks)) : review
      }),
    )
  runner
    .prepare(
      group
        .command('export')
        .description('écrit les deux lectures et la liste des occultations dans un dossier neuf'),
      'delibere disclosure comite.delibere export --session last --show 3 --out "Communication PV-2026-001"',
    )
    .argument('<fichier>', 'le fichier du comité')
    .option('--session <séance>', 'son numéro dans la liste, le numéro du PV ou last', 'last')
    .option(
      '--show <numéro>',
      'mention de « disclosure list » que vous maintenez, à répéter',
      collectedNumbers,
    )
    .requiredOption('--out <dossier>', 'le dossier à créer')
    .action(
      (
        file: string,
        options: DisclosureOptions & { readonly show?: readonly number[]; readonly out: string },
      ) =>
        runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
          const session = await findSession(dispatcher, options.session)
          if (!session.ok) return session
          const sessionId = session.value.id
          const review = await dispatcher.call('disclosure.preview', { sessionId })
          if (!review.ok) return review
          const { masks } = review.value
          const wrong = options.show?.find((number) => number < 1 || number > masks.length)
          if (wrong !== undefined)
            return refused(
              'input.invalid',
              `La mention ${wrong} n’existe pas : la liste en compte ${masks.length}. Rien n’a été écrit. Voyez-les avec « disclosure list ».`,
              { number: wrong },
            )
          const shown = (options.show ?? []).map((number) => masks[number - 1]?.id ?? '')
          const folder = runner.pathOf(options.out)
          const exported = await dispatcher.call('disclosure.export', { sessionId, shown, folder })
          if (!exported.ok) return exported
          const hidden = counted(masks.length - shown.length, 'mention occultée', 'mentions occultées')
          const { files } = exported.value
          return said(
            { ...exported.value, masks: masks.length, shown: shown.length },
            [`${hidden} : « ${exported.value.folder} »`, ...files.map((name) => `  ${name}`)].join('\n'),
          )
        }),
    )
}

function masksText(masks: readonly DisclosureMask[]): string {
  if (masks.length === 0)
    return 'Aucune mention n’a été reconnue. Relisez tout de même : une appréciation peut échapper à l’outil.'
  const title = counted(masks.length, 'mention serait occultée', 'mentions seraient occultées')
  return [
    `${title}. Relisez-les : l’outil propose, vous décidez.`,
    ...masks.map(
      ({ place, text, context, reason }, index) =>
        `${index + 1}. ${place}, ${reason} : « ${text} »\n   ${context.replaceAll(/\s+/gu, ' ')}`,
    ),
  ].join('\n')
}
