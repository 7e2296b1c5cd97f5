import { writeFileSync } from 'node:fs'
import { type Answer, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import { passphraseOf } from '../passphraseOf.ts'
import type { RegisterCommand } from '../program.ts'
import { choiceOf } from '../read/readChoice.ts'
import { instanceWords } from '../read/words.ts'

interface CreateOptions extends SharedOptions {
  readonly name: string
  readonly instance: keyof typeof instanceWords
  readonly authority: string
  readonly place: string
  readonly recoveryFile?: string
}

/** `create FILE`: a new encrypted file with its committee; the recovery code is given once. */
export const createCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program.command('create').description('crée le fichier chiffré d’un comité'),
      'delibere create comite.delibere --name "Comité numérique" --instance jury',
    )
    .argument('<fichier>', 'le fichier à créer, qui finit par .delibere')
    .option('--name <nom>', 'nom du comité', 'Comité')
    .option(
      '--instance <genre>',
      'organe délibérant, commission interne, commission consultative, commission DETR ou jury',
      choiceOf(instanceWords),
      'jury_ad_hoc' as const,
    )
    .option('--authority <autorité>', 'qui décide après l’avis du comité', '')
    .option('--place <lieu>', 'lieu habituel des séances', '')
    .option('--recovery-file <chemin>', 'écrit le code de secours dans ce nouveau fichier')
    .action((file: string, options: CreateOptions) =>
      runner.withoutFile(options, async (dispatcher): Promise<Answer> => {
        const passphrase = passphraseOf(options.passphraseFile, runner.terminal)
        if (!passphrase.ok) return passphrase
        const recoveryPath = options.recoveryFile && runner.pathOf(options.recoveryFile)
        if (recoveryPath && !reserve(recoveryPath)) {
          return refused(
            'file.exists',
            `Le code de secours ne peut pas s’écrire dans « ${recoveryPath} » : le fichier existe déjà ou le dossier n’accepte pas l’écriture. Rien n’a été créé.`,
            { path: recoveryPath },
          )
        }
        const path = runner.pathOf(file)
        const created = await dispatcher.call('file.create', {
          path,
          passphrase: passphrase.value,
          committee: {
            name: options.name,
            instanceType: options.instance,
            decidingAuthority: options.authority,
            place: options.place,
            recusalCounting: 'numerator',
          },
        })
        if (!created.ok) return created
        const { recoveryCode } = created.value
        if (recoveryPath) writeFileSync(recoveryPath, `${recoveryCode}\n`)
        const keep = recoveryPath
          ? `Le code de secours est écrit dans « ${recoveryPath} » : imprimez-le, rangez-le loin de l’ordinateur, puis effacez ce fichier.`
          : `Code de secours, montré cette seule fois : ${recoveryCode}\nImprimez-le ou recopiez-le, et rangez-le loin de l’ordinateur : sans lui ni la phrase secrète, rien ne s’ouvre.`
        return said(
          { path, recoveryCode: recoveryPath ? null : recoveryCode, recoveryFile: recoveryPath ?? null },
          `Le fichier « ${path} » est créé pour « ${options.name} ».\n${keep}`,
        )
      }),
    )
}

/** Takes the place of the recovery file before anything is created, readable by its owner only; false when it cannot. */
function reserve(path: string): boolean {
  try {
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 })
    return true
  } catch {
    return false
  }
}
