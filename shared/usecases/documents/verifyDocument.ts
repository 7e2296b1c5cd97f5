import { compareResaved } from '#shared/domain/documents/compareResaved.ts'
import { compareTexts, type TextDifference } from '#shared/domain/documents/compareTexts.ts'
import type { DocumentIdentity } from '#shared/domain/documents/documentIdentity.ts'
import type { DocumentModel } from '#shared/domain/documents/model.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import type { Verification } from '#shared/domain/documents/verification.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { DocumentIssue } from '#shared/operations/documentIssue.ts'
import type { DocumentPress, RecognisedDocument, UseCaseContext } from '../ports.ts'
import { actModel } from './actModel.ts'
import { isPaper } from './makeSessionPaper.ts'

/**
 * Whether a file is what this committee's file says (P8): « conforme » when its bytes are those of an export or of the
 * document made again from the frozen facts, or when another program made it with the same text; « modifié » when it
 * names one of our sessions and differs; else « inconnu ».
 */
export async function verifyDocument(
  context: UseCaseContext,
  press: DocumentPress,
  input: { path: string },
): Promise<Result<Verification>> {
  const read = await press.read(input.path)
  if (!read.ok) return read
  const bytes = read.value
  const sha256 = context.digest.sha256Hex(bytes)
  const issues = context.file.all('document')
  const issue = issues.find((document) => document.sha256 === sha256)
  if (issue) return ok(conforming(issue))
  const recognised = await press.recognise(bytes)
  const identity = recognised?.identity ?? recognised?.visibleIdentity ?? null
  if (recognised === null || identity === null)
    return ok(unknown(recognised === null ? unreadable(input.path) : foreign))
  if (isPaper(identity.kind)) {
    const paper = issues.find(({ factsDigest }) => factsDigest === identity.factsDigest)
    return ok(paper === undefined ? unknown(foreign) : changedPaper(paper))
  }
  const session = context.file.all('session').find((one) => holds(one, identity))
  if (session === undefined) return ok(unknown(foreign))
  const model = actModel(context.file, session.id, identity.kind, identity.factsDigest)
  if (!model.ok) return model
  const again = await press.render(model.value, recognised.format)
  if (context.digest.sha256Hex(again) === sha256)
    return ok(
      conforming({ sessionId: session.id, document: identity.kind, factsDigest: identity.factsDigest }),
    )
  return ok(compared(model.value, recognised, session.id))
}

/** Minutes, ranking and decision record bear the digest of the closing, a rectifying act its own. */
function holds({ closing, rectifications }: Session, { kind, factsDigest }: DocumentIdentity): boolean {
  return kind === 'rectification'
    ? rectifications.some((act) => act.factsDigest === factsDigest)
    : closing !== null && closing.factsDigest === factsDigest
}

function compared(model: DocumentModel, recognised: RecognisedDocument, sessionId: string): Verification {
  const resaved = recognised.identity === null
  const differences = (
    resaved ? compareResaved(model, recognised.text, 10) : compareTexts(plainText(model), recognised.text, 10)
  ).map(inWords)
  if (resaved && differences.length === 0)
    return {
      verdict: 'conforme',
      sentence: `Le texte de ce document est celui des faits figés (empreinte ${model.factsDigest.slice(0, 16)}…). Un autre logiciel en a fait la mise en page.`,
      sessionId,
      differences: [],
      signatures: [],
    }
  return {
    verdict: 'modifié',
    sentence:
      differences.length > 0
        ? `Ce document porte le numéro ${model.number} mais son texte n’est pas celui des faits figés. Refaites-le depuis l’écran Documents.`
        : `Ce document porte le numéro ${model.number} et le même texte, mais le fichier a été modifié ou enregistré de nouveau. Pour un exemplaire conforme, refaites-le depuis l’écran Documents.`,
    sessionId,
    differences,
    signatures: [],
  }
}

const inWords = ({ expected, found, after }: TextDifference): string =>
  `après « ${after} » : « ${expected || 'rien'} » dans l’acte, « ${found || 'rien'} » dans le fichier`

const unknown = (sentence: string): Verification => ({
  verdict: 'inconnu',
  sentence,
  sessionId: null,
  differences: [],
  signatures: [],
})

const foreign =
  'Ce document ne vient pas de ce fichier : ni son empreinte ni son numéro n’y figurent. Vérifiez que vous avez ouvert le bon fichier de comité.'

/** A spreadsheet carries no number: it is one of our exports to the byte, or it cannot be told from any other. */
const unreadable = (path: string): string =>
  path.toLowerCase().endsWith('.csv')
    ? 'Ce tableau n’est aucun de ceux que ce fichier a produits : il vient d’ailleurs, ou il a été modifié ou enregistré de nouveau. Refaites-le depuis l’écran Documents.'
    : 'Ce fichier n’est ni un PDF ni un Word qui se lise : il est peut-être abîmé. Le fichier du comité n’est pas touché. Redemandez le document, ou refaites-le depuis l’écran Documents.'

type Issued = Pick<DocumentIssue, 'sessionId' | 'document' | 'factsDigest'>

const conforming = ({ sessionId, document, factsDigest }: Issued): Verification => ({
  verdict: 'conforme',
  sentence: isPaper(document)
    ? 'Ce document est celui que ce fichier a produit, à l’octet près. C’est un document préparatoire : ses données n’étaient pas figées.'
    : `Ce document est conforme aux faits figés (empreinte ${factsDigest.slice(0, 16)}…).`,
  sessionId,
  differences: [],
  signatures: [],
})

/** Nothing froze what a paper was made of: it cannot be made again to be compared. */
const changedPaper = ({ sessionId }: Issued): Verification => ({
  verdict: 'modifié',
  sentence:
    'Ce document a été produit par ce fichier, puis modifié ou enregistré de nouveau. Il n’était pas figé : ce qui a changé ne peut pas être dit.',
  sessionId,
  differences: [],
  signatures: [],
})
