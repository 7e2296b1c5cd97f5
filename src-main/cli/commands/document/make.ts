import { extname } from 'node:path'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { type DocumentOptions, documentOptions, findPlace } from './documentChoice.ts'

interface MakeOptions extends DocumentOptions {
  readonly format?: Format
  readonly out: string
}

type Format = 'pdf' | 'docx' | 'csv'

export const makeAction: RegisterCommand = (group, runner) => {
  documentOptions(
    runner
      .prepare(
        group.command('make').description('produit un document, avec le modèle en service'),
        'delibere document comite.delibere make --document "lettre d’attribution" --candidature 12 --out lettre.pdf',
      )
      .argument('<fichier>', 'le fichier du comité'),
  )
    .addOption(
      group
        .createOption('--format <format>', 'sinon, d’après la fin du nom de --out')
        .choices(['pdf', 'docx', 'csv']),
    )
    .requiredOption('--out <chemin>', 'où écrire le document')
    .action((file: string, options: MakeOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const place = await findPlace(dispatcher, options)
        if (!place.ok) return place
        const { document, reading } = options
        const format = options.format ?? formatByName(options.out)
        const path = runner.pathOf(options.out)
        const made = await dispatcher.call('document.export', {
          ...place.value,
          document,
          reading,
          format,
          path,
        })
        if (!made.ok) return made
        return said(
          { ...made.value, document, format, ...place.value },
          `${documentNames[document]} : « ${made.value.path} »`,
        )
      }),
    )
}

function formatByName(path: string): Format {
  const extension = extname(path).toLowerCase()
  return extension === '.docx' ? 'docx' : extension === '.csv' ? 'csv' : 'pdf'
}
