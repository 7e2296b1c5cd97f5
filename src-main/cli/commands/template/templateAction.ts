import type { Command } from 'commander'
import type { Dispatcher } from '#main/composition/dispatcher.ts'
import type { TemplateCheck, TemplateLine, TemplateProblem } from '#shared/domain/documents/documentBoard.ts'
import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { type Refused, refused } from '../../answer.ts'
import { templateTargetWords } from '../../read/documentWords.ts'
import { choiceOf } from '../../read/readChoice.ts'

export type TemplateTarget = keyof typeof templateTargetWords

export const targetOption = (command: Command): Command =>
  command.requiredOption(
    '--document <document>',
    'pour quel document : papier à en-tête, lettre d’attribution, convention…',
    choiceOf(templateTargetWords),
  )

/** The template of this name; among several kinds of document, the one of `target`. */
export async function findTemplate(
  dispatcher: Dispatcher,
  name: string,
  target: TemplateTarget | undefined,
): Promise<{ ok: true; value: TemplateLine } | { ok: false; refusal: Refusal } | Refused> {
  const listed = await dispatcher.call('template.list', {})
  if (!listed.ok) return listed
  const found = listed.value.filter(
    (one) =>
      (one.id === name || foldForSearch(one.name) === foldForSearch(name)) &&
      (target === undefined || one.document === target),
  )
  const [only] = found
  if (only !== undefined && found.length === 1) return { ok: true, value: only }
  const known = listed.value.map((one) => `« ${one.name} » (${targetName(one.document)})`).join(', ')
  const sentence =
    found.length > 1
      ? `Plusieurs modèles s’appellent « ${name} ». Rien n’a été modifié. Précisez lequel avec --document.`
      : `Le fichier n’a pas de modèle « ${name} ». Rien n’a été modifié. ${
          known === '' ? 'Ajoutez-en un avec « template add ».' : `Modèles connus : ${known}.`
        }`
  return refused('template.missing', sentence, { name })
}

export const targetName = (target: TemplateTarget): string => templateTargetWords[target][0]

/** What a check found, one line each. */
export const checkText = ({ problems, warnings, fields }: TemplateCheck): string =>
  [
    ...problems.map((problem) => `À corriger : ${problemText(problem)}`),
    ...warnings.map((warning) => `À savoir : ${problemText(warning)}`),
    fields.length === 0 ? 'Aucun champ.' : `Champs utilisés : ${fields.join(', ')}.`,
  ].join('\n')

const problemText = ({ sentence, place }: TemplateProblem): string =>
  place === '' ? sentence : `${sentence} (${place})`
