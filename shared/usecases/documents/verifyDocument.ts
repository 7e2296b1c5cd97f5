import { compareTexts } from '#shared/domain/documents/compareTexts.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import type { Verification } from '#shared/domain/documents/verification.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { DocumentPress, UseCaseContext } from '../ports.ts'
import { frozenFacts } from './frozenFacts.ts'
import { modelOf } from './makeDocument.ts'

/**
 * Whether a file is what this committee's file says (P8): « conforme » when its bytes are those of an export or of the
 * document made again from the frozen facts; « modifié » when it names one of our sessions and differs; else « inconnu ».
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
  const issue = context.file.all('document').find((document) => document.sha256 === sha256)
  if (issue) return ok(conforming(issue.sessionId, issue.factsDigest))
  const recognised = await press.recognise(bytes)
  const session = context.file
    .all('session')
    .find(({ closing }) => closing !== null && closing.factsDigest === recognised?.identity?.factsDigest)
  if (!recognised?.identity || !session) {
    const sentence = recognised === null ? unreadable(input.path) : foreign
    return ok({ verdict: 'inconnu', sentence, sessionId: null, differences: [] })
  }
  const { identity } = recognised
  const frozen = frozenFacts(context.file, session.id)
  if (!frozen.ok) return frozen
  const model = modelOf(identity.kind, frozen.value.facts, frozen.value.factsDigest)
  if (!model.ok) return model
  const again = await press.render(model.value, recognised.format)
  if (context.digest.sha256Hex(again) === sha256) return ok(conforming(session.id, identity.factsDigest))
  const differences = compareTexts(plainText(model.value), recognised.text, 10).map(
    ({ expected, found, after }) =>
      `après « ${after} » : « ${expected || 'rien'} » dans l’acte, « ${found || 'rien'} » dans le fichier`,
  )
  return ok({
    verdict: 'modifié',
    sentence:
      differences.length > 0
        ? `Ce document porte le numéro ${identity.number} mais son texte n’est pas celui des faits figés. Refaites-le depuis l’écran Documents.`
        : `Ce document porte le numéro ${identity.number} et le même texte, mais le fichier a été modifié ou enregistré de nouveau. Pour un exemplaire conforme, refaites-le depuis l’écran Documents.`,
    sessionId: session.id,
    differences,
  })
}

const foreign =
  'Ce document ne vient pas de ce fichier : ni son empreinte ni son numéro n’y figurent. Vérifiez que vous avez ouvert le bon fichier de comité.'

/** A spreadsheet carries no number: it is one of our exports to the byte, or it cannot be told from any other. */
const unreadable = (path: string): string =>
  path.toLowerCase().endsWith('.csv')
    ? 'Ce tableau n’est aucun de ceux que ce fichier a produits : il vient d’ailleurs, ou il a été modifié ou enregistré de nouveau. Refaites-le depuis l’écran Documents.'
    : 'Ce fichier n’est ni un PDF ni un Word qui se lise : il est peut-être abîmé. Le fichier du comité n’est pas touché. Redemandez le document, ou refaites-le depuis l’écran Documents.'

const conforming = (sessionId: string, factsDigest: string): Verification => ({
  verdict: 'conforme',
  sentence: `Ce document est conforme aux faits figés (empreinte ${factsDigest.slice(0, 16)}…).`,
  sessionId,
  differences: [],
})
