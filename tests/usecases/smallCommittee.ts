import { join } from 'node:path'
import { openApplication, type TestApplication } from '#tests/support/openApplication.ts'
import { smallCall, smallInstance } from '#tests/support/smallCall.ts'

export const passphrase = 'quatre mots sans rapport'

export interface SmallCommittee extends TestApplication {
  readonly path: string
  readonly callId: string
  readonly gridId: string
  /** Ada (chair), Blaise (secretary), Chloé. */
  readonly memberIds: readonly [string, string, string]
  /** Numbers 1 to 3, asking 10 000 €, 20 000 € and 30 000 €. */
  readonly candidatureIds: readonly [string, string, string]
}

/** Three members, three candidatures, the shipped grid, an envelope of 40 000 €. */
export async function smallCommittee(): Promise<SmallCommittee> {
  const application = openApplication()
  const { get, folder } = application
  const path = join(folder, 'comite.delibere')
  await get('file.create', {
    path,
    passphrase,
    committee: smallInstance,
  })
  const { gridId } = await get('grid.draft', { from: 'shipped', key: 'transformation-numerique' })
  const { callId } = await get('call.open', smallCall(gridId))
  const member = async (firstName: string, role: 'chair' | 'secretary' | 'member') => {
    const { memberId } = await get('member.add', {
      firstName,
      lastName: 'Exemple',
      capacity: 'membre du conseil',
      role,
      voice: 'deliberative',
      inOffice: true,
    })
    await nextMillisecond()
    return memberId
  }
  const candidature = async (applicantName: string, requestedCents: number): Promise<string> => {
    const { candidatureId } = await get('candidature.add', {
      callId,
      applicantName,
      title: `Projet de ${applicantName}`,
    })
    await get('candidature.change', { candidatureId, set: { requestedCents } })
    await nextMillisecond()
    return candidatureId
  }
  return {
    ...application,
    path,
    callId,
    gridId,
    memberIds: [
      await member('Ada', 'chair'),
      await member('Blaise', 'secretary'),
      await member('Chloé', 'member'),
    ],
    candidatureIds: [
      await candidature('Berric', 1_000_000),
      await candidature('Molac', 2_000_000),
      await candidature('Elven', 3_000_000),
    ],
  }
}

/** Identifiers of one millisecond have no order: two committees made alike must list their people alike. */
const nextMillisecond = () => new Promise<void>((resolve) => setTimeout(resolve, 2))

/** Every criterion of the shipped grid at the same mark (in points of 5), filed. */
export async function fileUniformSheet(
  { get }: TestApplication,
  key: { candidatureId: string; evaluatorId: string },
  points: number,
): Promise<void> {
  const { grid } = await get('sheet.get', key)
  for (const { code } of grid.sections.flatMap((section) => section.criteria)) {
    await get('sheet.mark', {
      ...key,
      criterionCode: code,
      mark: { kind: 'value', hundredths: points * 100, comment: 'Motif de la note' },
    })
  }
  await get('sheet.file', key)
}

/** A session of the call with everyone in the room, open at 14:00. */
export async function openMeeting(committee: SmallCommittee): Promise<string> {
  const { get, callId, memberIds } = committee
  const { sessionId } = await get('session.plan', {
    callId,
    date: '2026-03-12',
    place: 'Mairie de Plouvara',
    convocation: { date: '2026-03-01', author: 'la présidente' },
    secondConvocation: false,
  })
  for (const memberId of memberIds) await get('session.attend', { sessionId, memberId, status: 'present' })
  const [chairId, secretaryId] = memberIds
  await get('session.open', { sessionId, at: '14:00', chairId, secretaryId })
  return sessionId
}

/** Writes why each check of the closing that may be explained stays open. */
export async function explainAll({ get }: TestApplication, sessionId: string): Promise<void> {
  const { closingChecks } = await get('session.get', { sessionId })
  for (const { code, level, state } of closingChecks)
    if (level === 'explain' && state === 'open')
      await get('session.explain', { sessionId, check: code, text: 'Le comité en a convenu.' })
}

/** A favourable opinion by a show of hands, everyone for. */
export const unanimous = (itemId: string, amountCents: number, voters = 3) => ({
  itemId,
  opinion: 'favourable' as const,
  amountCents,
  conditions: '',
  rationale: { legal: '', factual: '' },
  vote: {
    method: 'show-of-hands' as const,
    for: voters,
    against: 0,
    abstention: 0,
    notTakingPart: 0,
    named: null,
    chairBallot: 'for' as const,
    disagreements: [],
  },
  at: '14:30',
})
