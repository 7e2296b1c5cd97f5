import { memberName } from '../../session/memberName.ts'
import type { ConvocationFacts } from './convocation.ts'
import { headOf, type PaperInput } from './paperInput.ts'

export function convocationFacts(input: PaperInput): ConvocationFacts {
  const { session, grid, committee } = input
  const marked = session.agenda.some(({ kind }) => kind === 'candidature')
  return {
    head: headOf(input),
    author: session.convocation?.author ?? '',
    signatory: signatoryOf(input),
    sentOn: session.convocation?.date ?? null,
    requiredDays: input.requiredDays,
    second: session.secondConvocation ? { firstDate: input.firstConvocationDate } : null,
    agenda: session.agenda.map(({ title, slot }) => ({ title, slot })),
    documents: [
      ...(marked ? ['dossiers des candidatures inscrites à l’ordre du jour'] : []),
      ...(marked && grid !== null ? [`grille de notation « ${grid.label} », version ${grid.version}`] : []),
    ],
    proxiesPerHolder: committee.proxiesPerHolder,
  }
}

/** Who presides, when it is he who convenes and his name is not written already; nobody's name is guessed. */
function signatoryOf({ session, members }: PaperInput): string {
  const author = session.convocation?.author.trim().toLowerCase() ?? ''
  const chairs = members.filter(({ role, inOffice }) => role === 'chair' && inOffice)
  const chair =
    members.find(({ id }) => id === session.chairId) ?? (chairs.length === 1 ? chairs[0] : undefined)
  if (author === '' || chair === undefined) return ''
  const name = memberName(chair)
  const capacity = chair.capacity.trim().toLowerCase()
  const convenes =
    /^(?:(?:la|le|une?)\s)?présidente?\b/u.test(author) || (capacity !== '' && author.endsWith(capacity))
  return convenes && !author.includes(name.toLowerCase()) ? name : ''
}
