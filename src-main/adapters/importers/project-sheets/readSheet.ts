import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import type {
  ImportedCandidature,
  ImportField,
  ImportFinding,
  ImportProblem,
} from '#shared/domain/dossier/importedCandidature.ts'
import { maskContacts } from '#shared/domain/dossier/maskContacts.ts'
import { readAmount } from '#shared/domain/dossier/readAmount.ts'
import { readDepartment } from '#shared/domain/dossier/readDepartment.ts'
import { cutBlocks } from './cutBlocks.ts'
import type { FoundSheet } from './findSheets.ts'
import { readIdentification } from './readIdentification.ts'
import { sectionBounds } from './sectionBounds.ts'
import { labelOf, sectionOf } from './sheetLabels.ts'
import { type SourceLine, sourceLine } from './sourceLines.ts'
import { splitTitle } from './splitTitle.ts'
import { undoRepetition } from './undoRepetition.ts'

/** One project sheet of the wiki, contacts masked, people left out ([DO60] to [DO66]). */
export function readSheet(sheet: FoundSheet): ImportedCandidature {
  const findings: ImportFinding[] = []
  const find = (severity: ImportFinding['severity'], field: ImportField, problem: ImportProblem) =>
    findings.push({ severity, field, problem })
  const masked = (text: string, field: ImportField): string => {
    const { text: safe, removedCount } = maskContacts(text)
    const isKnown = findings.some((known) => known.field === field && known.problem === 'contact-removed')
    if (removedCount > 0 && !isKnown) find('to-check', field, 'contact-removed')
    return safe
  }
  const paragraphs = (lines: readonly string[], field: ImportField): string[] => {
    const once = undoRepetition(lines)
    if (once === null) find('note', field, 'repetition-not-found')
    return (once ?? lines).map((line) => masked(line, field))
  }

  const parts = cutSections(sheet.body)
  const identity = readIdentification(parts.identification)
  const blocks = cutBlocks(splitAmountLine(parts.description))

  const rawTitle = masked(singleSpaces(sheet.titleLine?.text ?? ''), 'title')
  const writtenApplicant = masked(singleSpaces(identity.applicant ?? ''), 'applicant')
  const split = splitTitle(rawTitle, writtenApplicant === '' ? null : writtenApplicant)
  const applicantName = writtenApplicant === '' ? (split.applicant ?? '') : writtenApplicant
  if (rawTitle === '') find('error', 'title', 'missing')
  if (applicantName === '') find('error', 'applicant', 'missing')
  else if (writtenApplicant === '') find('to-check', 'applicant', 'from-title')

  const department = readDepartment(identity.department ?? '')
  if (department === null) find('to-check', 'department', identity.department ? 'unreadable' : 'missing')
  if (identity.hasReferent) find('note', 'referent', 'not-kept')
  if (parts.hasFollowUp) find('note', 'follow-up', 'not-kept')

  const description = paragraphs(blocks.description ?? blocks.preface, 'description')
  const objectives = paragraphs(blocks.objectives ?? [], 'objectives')
  if (description.length === 0) find('note', 'description', 'missing')

  const amount = readAmount(masked(amountText(blocks.amount ?? []), 'amount'))
  if (amount.status === 'to-check')
    find('to-check', 'amount', amount.doubt === 'empty' ? 'missing' : 'unreadable')
  else if (amount.flags.includes('zero')) find('to-check', 'amount', 'zero')

  const annexes = paragraphs(
    parts.annexes.map((line) => line.text),
    'annexes',
  )
  return {
    lines: { first: sheet.firstLine, last: sheet.lastLine },
    number: null,
    title: split.project,
    rawTitle,
    applicantName,
    department,
    siret: null,
    description,
    objectives,
    amount,
    totalCost: null,
    eligibleBase: null,
    depositedOn: null,
    contactEmail: null,
    annexes,
    findings,
  }
}

interface SheetParts {
  readonly identification: readonly SourceLine[]
  readonly description: readonly SourceLine[]
  readonly hasFollowUp: boolean
  readonly annexes: readonly SourceLine[]
}

function cutSections(body: readonly SourceLine[]): SheetParts {
  const { identificationTo, textsFrom, closing, annexes } = sectionBounds(body)
  const textsTo = closing === -1 ? body.length : closing
  const followUp = body.slice(textsTo, annexes === -1 ? body.length : annexes)
  return {
    identification: body.slice(0, identificationTo),
    description: body.slice(textsFrom, textsTo),
    hasFollowUp: followUp.some((line) => sectionOf(line) === null),
    annexes: annexes === -1 ? [] : body.slice(annexes + 1),
  }
}

/** « Montant du financement : 5 420 € » on one line, where no line holds the label alone. */
function splitAmountLine(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (lines.some((line) => labelOf(line) === 'amount')) return lines
  return lines.flatMap((line) => {
    const match = /^(.{5,60}?)\s*:\s*(\S.*)$/.exec(line.text)
    const label = match ? sourceLine(match[1] ?? '', line.number) : null
    return label && labelOf(label) === 'amount' ? [label, sourceLine(match?.[2] ?? '', line.number)] : [line]
  })
}

/** The amount is one line; a second one is kept only when it speaks of money. */
function amountText(lines: readonly string[]): string {
  const [first = '', ...others] = undoRepetition(lines) ?? lines
  const aboutMoney = others.filter(
    (line) => /\d/.test(line) && /€|euro|\bht\b|\bttc\b|subvention|depense/.test(foldForSearch(line)),
  )
  return [first, ...aboutMoney].join(' ; ')
}

const singleSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim()
