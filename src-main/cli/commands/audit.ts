import { type AuditReport, auditExport } from '#main/composition/auditExport.ts'
import { type Answer, refused, said } from '../answer.ts'
import type { SharedOptions } from '../commandRunner.ts'
import type { RegisterCommand } from '../program.ts'
import { faultSentence, remarkSentence } from './audit/faultSentence.ts'

/** `audit EXPORT`: « conforme » (exit 0), or every fault with its place (exit 1). No file, no passphrase, no network. */
export const auditCommand: RegisterCommand = (program, runner) => {
  runner
    .prepare(
      program.command('audit').description('contrôle un journal exporté, sans rien demander à qui l’a tenu'),
      'delibere audit "Journal du comité.delibere-journal" --key 0mR2…',
    )
    .argument('<export>', 'le fichier « .delibere-journal »')
    .option('--key <empreinte>', 'empreinte de la clé de l’autorité, telle qu’elle l’a publiée')
    .action((file: string, options: SharedOptions & { readonly key?: string }) =>
      runner.withoutFile(options, async (): Promise<Answer> => {
        const onProgress = ({ done, total }: { done: number; total: number }) =>
          runner.terminal.showProgress(`Contrôle ${Math.floor((100 * done) / Math.max(1, total))} %`)
        const audited = await auditExport(runner.pathOf(file), options.key ?? null, onProgress)
        if (!audited.ok) return audited
        const report = audited.value
        const text = inWords(report, options.key !== undefined)
        if (report.conforme) return said(report, text)
        const { faults, remarks, faultCount, authorityFingerprint } = report
        return refused('audit.not-sound', text, {
          faultCount,
          authorityFingerprint,
          faults: faults.map((fault) => JSON.stringify(fault)),
          remarks: remarks.map((remark) => JSON.stringify(remark)),
        })
      }),
    )
}

function inWords(report: AuditReport, isKeyGiven: boolean): string {
  const { conforme, faults, faultCount, remarks, checked, unseen, judgedAgain, founding, log } = report
  const shown = faults.slice(0, mostLines)
  return [
    conforme ? verdictInWords(report) : `Non conforme : ${counted(faultCount, 'faute')}.`,
    ...shown.map((fault) => `  ✗ ${faultSentence(fault)}`),
    ...(faultCount > shown.length
      ? [`  … et ${faultCount - shown.length} autres (--json en donne mille).`]
      : []),
    ...remarks.slice(0, mostLines).map((remark) => `  À regarder : ${remarkSentence(remark)}`),
    ...(remarks.length > mostLines ? [`  … et ${remarks.length - mostLines} autres choses à regarder.`] : []),
    `Journal ${log} : ${[
      counted(checked.entries, 'entrée'),
      counted(checked.commits, 'écriture signée', 'écritures signées'),
      counted(checked.bodies, 'contenu'),
      counted(checked.checkpoints, 'repère'),
      counted(checked.rooms, 'salle'),
    ].join(', ')}.`,
    `Jugé de nouveau : ${counted(judgedAgain, 'écriture acceptée', 'écritures acceptées')} (auteur, mandat, clôture, déports, quorum).`,
    ...unseenInWords(unseen),
    foundingWords[founding],
    `Empreinte de la clé de l’autorité : ${report.authorityFingerprint}`,
    ...(isKeyGiven
      ? []
      : [
          'Comparez-la à celle que l’autorité a publiée, ou donnez-la par --key : l’export ne prouve pas de qui il est.',
        ]),
  ].join('\n')
}

function verdictInWords({ unseen }: AuditReport): string {
  const { before, commits, bodies, keys, rooms } = unseen
  return before + commits + bodies + keys + rooms === 0
    ? 'Conforme.'
    : 'Conforme, pour ce que cet export contient : il vient de quelqu’un qui ne peut pas tout lire.'
}

const unseenInWords = ({
  before,
  commits,
  bodies,
  keys,
  rooms,
  erased,
  notJudgedAgain,
}: AuditReport['unseen']): readonly string[] => [
  ...(before === 0
    ? []
    : [
        `Non vu : ${counted(before, 'première entrée', 'premières entrées')}, que ce poste n’a jamais reçues.`,
      ]),
  ...(commits === 0 ? [] : [`Non vu : ${counted(commits, 'écriture')}, dont l’export n’a que le reçu.`]),
  ...(bodies === 0 ? [] : [`Non vu : ${counted(bodies, 'contenu')}, dont l’export n’a que la signature.`]),
  ...(keys === 0 ? [] : [`Non vérifié : ${counted(keys, 'signature')}, faute de la clé du poste.`]),
  ...(rooms === 0
    ? []
    : [
        `Non vérifié : ${counted(rooms, 'journal de salle', 'journaux de salle')}, faute de la clé de son hôte.`,
      ]),
  ...(erased === 0 ? [] : [`Effacé sur ordre : ${counted(erased, 'contenu')}.`]),
  ...(notJudgedAgain === 0
    ? []
    : [`Non jugé de nouveau : ${counted(notJudgedAgain, 'écriture acceptée', 'écritures acceptées')}.`]),
]

const foundingWords: Readonly<Record<AuditReport['founding'], string>> = {
  bound:
    'Origine (premiers postes, premiers mandats, état du fichier) : scellée par la première entrée du journal.',
  told: 'Origine (premiers postes, premiers mandats, état du fichier) : dite par l’export, sans que le journal la scelle.',
  unseen:
    'Origine (premiers postes, premiers mandats, état du fichier) : cet export ne la contient pas en entier.',
}

const mostLines = 40

const counted = (count: number, one: string, several = `${one}s`): string =>
  `${new Intl.NumberFormat('fr-FR').format(count)} ${count > 1 ? several : one}`
