import type { ConvocationFacts } from './convocation.ts'
import { headOf, type PaperInput } from './paperInput.ts'

export function convocationFacts(input: PaperInput): ConvocationFacts {
  const { session, grid, committee } = input
  const marked = session.agenda.some(({ kind }) => kind === 'candidature')
  return {
    head: headOf(input),
    author: session.convocation?.author ?? '',
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
