import type { BoardLine, DocumentBoard, IssueLine } from '#shared/domain/documents/documentBoard.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { frenchDate, frenchHour } from '#shared/domain/documents/typography.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { findPlace, type PlaceOptions, placeOptions } from './documentChoice.ts'

/** What can be made, what is missing, what left and what came back. */
export const listAction: RegisterCommand = (group, runner) => {
  placeOptions(
    runner
      .prepare(
        group
          .command('list')
          .description('montre les documents d’une séance ou d’une candidature, et ce qui leur manque'),
        'delibere document comite.delibere list --session last',
      )
      .argument('<fichier>', 'le fichier du comité'),
  ).action((file: string, options: PlaceOptions) =>
    runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
      const place = await findPlace(dispatcher, options)
      if (!place.ok) return place
      const { sessionId, candidatureId } = place.value
      if (candidatureId !== null) {
        const own = await dispatcher.call('document.of-candidature', { candidatureId })
        return own.ok ? said(own.value, linesOf(own.value.documents)) : own
      }
      const board = await dispatcher.call('document.board', { sessionId: sessionId ?? '' })
      return board.ok ? said(board.value, boardText(board.value)) : board
    }),
  )
}

function boardText({ date, number, documents, candidatures }: DocumentBoard): string {
  const title = `Séance du ${frenchDate(date)}${number === null ? '' : `, ${number}`}`
  const ofCandidatures = candidatures.map(
    (line) => `\nn° ${line.number}, ${line.applicant}\n${linesOf(line.documents, '  ')}`,
  )
  return [title, linesOf(documents), ...ofCandidatures].join('\n')
}

const linesOf = (lines: readonly BoardLine[], indent = ''): string =>
  lines
    .flatMap(({ document, missing, issues }) => [
      `${indent}${documentNames[document]} : ${missing.length === 0 ? 'peut être produit' : `il manque ${missing.join(', ')}`}`,
      ...issues.map((issue) => `${indent}  ${issueText(issue)}`),
    ])
    .join('\n')

function issueText({ id, format, number, madeAt, reading, template, returned }: IssueLine): string {
  const when =
    madeAt === '' ? 'produit' : `produit le ${frenchDate(madeAt)} à ${frenchHour(madeAt.slice(11))}`
  const how = [
    format.toUpperCase(),
    ...(reading === 'communicable' ? ['communicable'] : []),
    ...(template === null ? [] : [`modèle « ${template} »`]),
  ].join(', ')
  const back = returned.map(({ fileName, on }) => `, revenu le ${frenchDate(on)} (« ${fileName} »)`).join('')
  return `${number} (${how}), ${when}${back} · ${id}`
}
