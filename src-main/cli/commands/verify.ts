import { type Answer, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import type { RegisterCommand } from '../program.ts'

/** `verify FILE DOCUMENT`: « conforme » (exit 0), « modifié » or « inconnu » (exit 1). */
export const verifyCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program.command('verify').description('dit si un document est bien celui de la séance'),
      'delibere verify comite.delibere proces-verbal.pdf',
    )
    .argument('<fichier>', 'le fichier du comité')
    .argument('<document>', 'le PDF ou le Word à vérifier')
    .action((file: string, document: string, options: SharedOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const verified = await dispatcher.call('document.verify', { path: runner.pathOf(document) })
        if (!verified.ok) return verified
        const { verdict, sentence, differences, signatures } = verified.value
        const text = [
          sentence,
          ...differences.map((difference) => `  ${difference}`),
          ...signatures.map((signature) => `  ${signature.valid ? '✓' : '✗'} ${signature.sentence}`),
        ].join('\n')
        if (verdict === 'conforme') return said(verified.value, text)
        const code = verdict === 'modifié' ? 'document.modified' : 'document.unknown'
        return refused(code, text, {
          verdict,
          differences,
          signatures: signatures.map((signature) => signature.sentence),
        })
      }),
    )
}
