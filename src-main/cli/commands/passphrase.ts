import { type Answer, type Refused, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { passphraseOf, readFirstLine } from '../passphraseOf.ts'
import type { RegisterCommand } from '../program.ts'
import type { Terminal } from '../terminal.ts'

interface ChangeOptions extends SharedOptions {
  readonly newPassphraseFile?: string
}

/** `passphrase FILE change`: the file keeps its content, only the key is wrapped anew. */
export const passphraseCommand: RegisterCommand = (program, runner) => {
  const group = runner.gather(
    program.command('passphrase').description('change la phrase secrète'),
    'delibere passphrase comite.delibere change --new-passphrase-file nouvelle.txt',
  )
  runner
    .prepare(
      group.command('change').description('remplace la phrase secrète ; le code de secours reste bon'),
      'delibere passphrase comite.delibere change --new-passphrase-file nouvelle.txt',
    )
    .argument('<fichier>', 'le fichier du comité')
    .option(
      '--new-passphrase-file <chemin>',
      'fichier dont la première ligne est la nouvelle phrase (sinon DELIBERE_NEW_PASSPHRASE)',
    )
    .action((file: string, options: ChangeOptions) =>
      runner.inFile(file, options, async ({ dispatcher }): Promise<Answer> => {
        const current = passphraseOf(options.passphraseFile, runner.terminal)
        if (!current.ok) return current
        const next = newPassphrase(
          options.newPassphraseFile && runner.pathOf(options.newPassphraseFile),
          runner.terminal,
        )
        if (!next.ok) return next
        const changed = await dispatcher.call('file.change-passphrase', {
          current: current.value,
          next: next.value,
        })
        return changed.ok
          ? said(null, 'La phrase secrète est changée. Le code de secours n’a pas changé.')
          : changed
      }),
    )
}

function newPassphrase(
  path: string | undefined,
  terminal: Terminal,
): { readonly ok: true; readonly value: string } | Refused {
  if (path) return readFirstLine(path)
  const fromEnvironment = terminal.environment.DELIBERE_NEW_PASSPHRASE
  if (fromEnvironment) return { ok: true, value: fromEnvironment }
  return refused(
    'passphrase.not-given',
    'La nouvelle phrase secrète manque. Rien n’a été modifié. Donnez-la dans DELIBERE_NEW_PASSPHRASE ou par --new-passphrase-file.',
  )
}
