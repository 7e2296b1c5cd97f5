import type { ReturnReport } from '#shared/domain/documents/documentBoard.ts'
import { pagesInWords } from '#shared/domain/documents/pagesInWords.ts'
import type { ReturnedFile } from '#shared/domain/documents/returnedFile.ts'
import { counted, frenchList } from '#shared/domain/documents/typography.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import { documentTitle } from './documentTitle.ts'
import type { Examination } from './examineFile.ts'
import { isOf } from './returnedPages.ts'
import { type ScannedDocument, scannedInWords } from './scannedPages.ts'

/** In French, what the secretary must know of a file that came back, the gravest first. */
export function returnRemarks(
  issue: DocumentIssue,
  returned: ReturnedFile,
  examination: Examination,
  scanned: readonly ScannedDocument[],
  pages: ReturnReport['pages'],
): readonly string[] {
  return [
    ...otherDocument(issue, examination),
    ...otherPages(issue, scanned),
    ...ofPages(pages),
    ...ofOrder(issue, pages, scanned),
    ...ofSignatures(returned),
    ...ofDifferences(returned),
    ...ofMinutes(issue, returned),
  ]
}

/** The secretary chose one document, the file names another: it is kept where she said. */
function otherDocument(issue: DocumentIssue, { signed, known, identity }: Examination): readonly string[] {
  const said = signed?.issue ?? known?.issues[0]
  const isOther =
    identity !== null && (identity.kind !== issue.document || identity.factsDigest !== issue.factsDigest)
  if (!isOther) return []
  const title = said === undefined ? identity.number : documentTitle(said)
  return [`Ce fichier dit être un autre document : ${title}. Vérifiez que vous l’avez rangé au bon endroit.`]
}

function otherPages(issue: DocumentIssue, scanned: readonly ScannedDocument[]): readonly string[] {
  const others = scanned.filter((one) => !isOf(issue, one))
  return others.length === 0
    ? []
    : [`Ce fichier contient aussi les pages d’un autre document : ${others.map(scannedInWords).join(' ; ')}.`]
}

function ofPages(pages: ReturnReport['pages']): readonly string[] {
  if (pages === null) return []
  const { missing, unread, expected, read } = pages
  const lacking = pagesInWords(missing)
  return [
    ...(expected === null || read.length === 0 || missing.length === 0
      ? []
      : [`Il manque ${missing.length > 1 ? 'les' : 'la'} ${lacking} sur ${expected}.`]),
    ...(expected !== null && read.length === 0
      ? ['Aucun code du document n’a été lu : vérifiez vous-même que toutes ses pages sont là.']
      : []),
    ...(expected !== null && missing.length === 0 ? ['Toutes les pages du document sont là.'] : []),
    ...(unread === 0
      ? []
      : [
          `${counted(unread, 'feuille n’a pas', 'feuilles n’ont pas')} de code lisible : un verso, une annexe, ou un code caché.`,
        ]),
  ]
}

function ofOrder(
  issue: DocumentIssue,
  pages: ReturnReport['pages'],
  scanned: readonly ScannedDocument[],
): readonly string[] {
  const order = pages === null ? [] : (scanned.find((one) => isOf(issue, one))?.order ?? [])
  if (order.every((page, index) => page >= (order[index - 1] ?? 0))) return []
  const shown = `${order.slice(0, mostShown).join(', ')}${order.length > mostShown ? '…' : ''}`
  return [`Les pages ne sont pas dans l’ordre : ${shown}.`]
}

/** As many numbers as one reads. */
const mostShown = 20

function ofSignatures({ signatures }: ReturnedFile): readonly string[] {
  const broken = signatures.filter(({ valid }) => !valid).map(({ signer }) => signer)
  return broken.length === 0 ? [] : [`Une signature n’est pas valable : ${frenchList(broken)}.`]
}

const ofDifferences = ({ kind, differences }: ReturnedFile): readonly string[] =>
  differences.length === 0
    ? []
    : [
        kind === 'edited-word'
          ? 'Son texte a été changé depuis qu’il est parti : les écarts sont gardés avec lui.'
          : 'Ce qu’il montre n’est pas ce qui est parti : les écarts sont gardés avec lui.',
      ]

/** Whether minutes are signed is for a person to say. */
const ofMinutes = ({ document }: DocumentIssue, { kind }: ReturnedFile): readonly string[] =>
  document === 'minutes' && (kind === 'signed-pdf' || kind === 'scan')
    ? ['L’état du procès-verbal n’a pas changé : indiquez qu’il est signé quand vous l’aurez vérifié.']
    : []
