import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { type Answer, said } from '../../answer.ts'
import type { RegisterCommand } from '../../program.ts'
import { type DocumentOptions, documentOptions, findPlace } from './documentChoice.ts'

export const signReadyAction: RegisterCommand = (group, runner) => {
  documentOptions(
    runner
      .prepare(
        group
          .command('sign-ready')
          .description('produit le PDF avec ses champs de signature, pour le parapheur'),
        'delibere document comite.delibere sign-ready --document procès-verbal --out pv-a-signer.pdf',
      )
      .argument('<fichier>', 'le fichier du comité'),
  )
    .requiredOption('--out <chemin>', 'où écrire le PDF')
    .action((file: string, options: DocumentOptions & { readonly out: string }) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const place = await findPlace(dispatcher, options)
        if (!place.ok) return place
        const { document, reading } = options
        const made = await dispatcher.call('document.prepare-signing', {
          ...place.value,
          document,
          reading,
          format: 'pdf',
          path: runner.pathOf(options.out),
        })
        if (!made.ok) return made
        return said(
          { ...made.value, document, ...place.value },
          `${documentNames[document]}, à signer : « ${made.value.path} ». Signé, il se rapporte avec « document return ».`,
        )
      }),
    )
}
