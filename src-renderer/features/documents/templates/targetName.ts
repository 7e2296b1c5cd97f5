import { documentKinds } from '#shared/domain/documents/documentIdentity.ts'
import { documentNames } from '#shared/domain/documents/documentNames.ts'
import { type TemplateTarget, words } from '../words.ts'

/** What may have a template: the letterhead of them all, then each document; the list of masks has none of its own. */
export const templateTargets: readonly TemplateTarget[] = [
  'letterhead',
  ...documentKinds.filter((kind) => kind !== 'disclosure-log'),
]

export const targetName = (target: TemplateTarget): string =>
  target === 'letterhead' ? words.letterhead : documentNames[target]
