import type { Reader } from '../ports.ts'

/**
 * [SY10, UC30] In whose name what the chair holds of a recusal is written: the member who chairs; undefined while nobody does.
 * When the recusal is the chair's own, whoever chairs with him comes first.
 */
export function inNameOfChair(reader: Pick<Reader, 'all'>, recusedId: string): string | undefined {
  const chairs = reader.all('member').filter(({ role, inOffice }) => role === 'chair' && inOffice)
  return (chairs.find(({ id }) => id !== recusedId) ?? chairs[0])?.id
}
