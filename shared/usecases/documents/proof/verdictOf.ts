import { signersInWords } from '#shared/domain/documents/returnedFile.ts'
import { frenchDate, frenchList } from '#shared/domain/documents/typography.ts'
import type { Verification } from '#shared/domain/documents/verification.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import type { Reader } from '../../ports.ts'
import { isPaper } from '../makeSessionPaper.ts'
import { documentTitle } from './documentTitle.ts'
import { differenceInWords, type Examination } from './examineFile.ts'
import { isAct, type KnownDocument } from './knownDocuments.ts'
import { scannedDocuments, scannedInWords } from './scannedPages.ts'

/** What follows from an examination, in words. `path`: by its name, a table that carries no number is told apart. */
export function verdictOf(reader: Reader, examination: Examination, path: string): Verification {
  const verdict = conclude(reader, examination, path)
  const kept = reader
    .all('document')
    .flatMap(({ returned }) => returned)
    .find(({ sha256 }) => sha256 === examination.sha256)
  const sentence =
    kept === undefined
      ? verdict.sentence
      : `${verdict.sentence} Il est revenu le ${frenchDate(kept.on)} et il est conservé dans ce fichier.`
  return { ...verdict, sentence, signatures: examination.signatures }
}

type Conclusion = Omit<Verification, 'signatures'>

function conclude(reader: Reader, examination: Examination, path: string): Conclusion {
  const { exact, signed, signatures, known, recognised, identity } = examination
  if (signed !== null) return ofSigned(examination, signed)
  if (exact !== null) return conforming(exact)
  if (known === null)
    return ofCodes(reader, examination) ?? unknown(recognised === null ? unreadable(path) : foreign, identity)
  const broken = brokenSignatures(examination)
  if (examination.isDrawnAgain && broken === '') return conforming({ ...known, factsDigest: digestOf(known) })
  if (examination.nearest === null) return changedUnkept(known)
  const compared = ofText(examination, examination.nearest, known)
  if (broken === '') return compared
  return {
    ...compared,
    verdict: 'modifié',
    sentence: `Ce document porte ${signatures.length > 1 ? 'des signatures dont une au moins' : 'une signature qui'} n’est pas valable : ${broken}.`,
  }
}

/** [VF7] The bytes of the export stand at the head of the file; the signatures and what is shown decide. */
function ofSigned(examination: Examination, signed: NonNullable<Examination['signed']>): Conclusion {
  const { issue, changes } = signed
  const { sessionId } = issue
  const title = documentTitle(issue)
  const differences = [...changes, ...differencesOf(examination)]
  const broken = brokenSignatures(examination)
  if (differences.length === 0 && broken === '')
    return {
      verdict: 'conforme',
      sentence: `Ce document est conforme, à l’octet près, à celui qui est parti (${title}), ${signedBy(examination)}.`,
      sessionId,
      differences: [],
    }
  return {
    verdict: 'modifié',
    sentence:
      broken === ''
        ? `Ce document est parti de ce fichier (${title}), mais ce qu’il montre a été changé depuis.`
        : `Ce document est parti de ce fichier (${title}), mais une signature qu’il porte n’est pas valable : ${broken}.`,
    sessionId,
    differences,
  }
}

function ofText(
  { recognised, signatures }: Examination,
  { model, differences }: NonNullable<Examination['nearest']>,
  known: KnownDocument,
): Conclusion {
  const { sessionId } = known
  const digest = `empreinte ${model.factsDigest.slice(0, 16)}…`
  const reference = isAct(model.kind) ? 'des faits figés' : 'du document qui est parti'
  const remake = 'l’écran Documents'
  if (differences.length > 0) {
    const scanned =
      recognised?.identity === null
        ? ' S’il a été numérisé puis relu par un logiciel, ces écarts peuvent être des fautes de lecture.'
        : ''
    return {
      verdict: 'modifié',
      sentence: `Ce document porte le numéro ${model.number} mais son texte n’est pas celui ${reference}. Refaites-le depuis ${remake}.${scanned}`,
      sessionId,
      differences: differences.map(differenceInWords),
    }
  }
  const conforme = (sentence: string): Conclusion => ({
    verdict: 'conforme',
    sentence,
    sessionId,
    differences: [],
  })
  if (signatures.length > 0)
    return conforme(
      `Le texte de ce document est celui ${reference} (${digest}), ${signedBy({ signatures })}. Le logiciel de signature a récrit le fichier : c’est le texte qui a été comparé, non les octets.`,
    )
  if (recognised?.identity === null)
    return conforme(
      `Le texte de ce document est celui ${reference} (${digest}). Un autre logiciel en a fait la mise en page.`,
    )
  return {
    verdict: 'modifié',
    sentence: `Ce document porte le numéro ${model.number} et le même texte, mais le fichier a été modifié ou enregistré de nouveau. Pour un exemplaire conforme, refaites-le depuis ${remake}.`,
    sessionId,
    differences: [],
  }
}

/** [VF8] A picture holds no text to compare: what its codes say is told, and nothing is concluded. */
function ofCodes(reader: Reader, { codes }: Examination): Conclusion | null {
  const documents = scannedDocuments(reader, codes ?? [])
  if (documents.length === 0) return null
  return {
    verdict: 'inconnu',
    sentence: `Ce fichier est une image : son texte ne se compare pas. D’après les codes de ses pages, il contient : ${documents.map(scannedInWords).join(' ; ')}.`,
    sessionId: documents.length === 1 ? (documents[0]?.known?.sessionId ?? null) : null,
    differences: [],
  }
}

const differencesOf = ({ nearest }: Examination): readonly string[] =>
  (nearest?.differences ?? []).map(differenceInWords)

/** « Anne Martin », empty when every signature holds. */
const brokenSignatures = ({ signatures }: Examination): string =>
  frenchList(signatures.filter(({ valid }) => !valid).map(({ signer }) => signer))

const signedBy = ({ signatures }: Pick<Examination, 'signatures'>): string => {
  const signers = signersInWords(signatures)
  return signers === '' ? 'horodaté' : `signé par ${signers}`
}

const digestOf = ({ contents, issues }: KnownDocument): string =>
  contents[0]?.model.factsDigest ?? issues[0]?.factsDigest ?? ''

const unknown = (sentence: string, identity: Examination['identity']): Conclusion => ({
  verdict: 'inconnu',
  sentence: identity === null ? sentence : foreign,
  sessionId: null,
  differences: [],
})

const foreign =
  'Ce document ne vient pas de ce fichier : ni son empreinte ni son numéro n’y figurent. Vérifiez que vous avez ouvert le bon fichier de comité.'

/** A spreadsheet carries no number: it is one of our exports to the byte, or it cannot be told from any other. */
const unreadable = (path: string): string =>
  path.toLowerCase().endsWith('.csv')
    ? 'Ce tableau n’est aucun de ceux que ce fichier a produits : il vient d’ailleurs, ou il a été modifié ou enregistré de nouveau. Refaites-le depuis l’écran Documents.'
    : 'Ce fichier n’est ni un PDF ni un Word qui se lise : il est peut-être abîmé. Le fichier du comité n’est pas touché. Redemandez le document, ou refaites-le depuis l’écran Documents.'

type Issued = Pick<DocumentIssue, 'sessionId' | 'document' | 'factsDigest'>

const conforming = ({ sessionId, document, factsDigest }: Issued): Conclusion => ({
  verdict: 'conforme',
  sentence: isAct(document)
    ? `Ce document est conforme aux faits figés (empreinte ${factsDigest.slice(0, 16)}…).`
    : isPaper(document)
      ? 'Ce document est celui que ce fichier a produit, à l’octet près. C’est un document préparatoire : ses données n’étaient pas figées.'
      : `Ce document est celui que ce fichier a produit, à l’octet près (empreinte ${factsDigest.slice(0, 16)}…).`,
  sessionId,
  differences: [],
})

/** [VF4] Nothing was kept of what it was made of: it cannot be made again to be compared. */
const changedUnkept = ({ sessionId }: KnownDocument): Conclusion => ({
  verdict: 'modifié',
  sentence:
    'Ce document a été produit par ce fichier, puis modifié ou enregistré de nouveau. Son contenu n’avait pas été gardé : ce qui a changé ne peut pas être dit.',
  sessionId,
  differences: [],
})
