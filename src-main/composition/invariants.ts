import { awardedCents } from '#shared/domain/envelope/awardedCents.ts'
import { criteriaOf } from '#shared/domain/grid/criteriaOf.ts'
import { isOnScale } from '#shared/domain/grid/isOnScale.ts'
import type { Reader } from '#shared/usecases/ports.ts'

/** Rules of the domain over the whole file, for `doctor`: each answers a French sentence about the first breach, or null. */
export const invariants: readonly ((
  reader: Reader,
  isAwaited: (sha256: string) => boolean,
) => string | null)[] = [frozenFactsAreThere, envelopesHold, marksAreOnTheirScale, numbersAreUnique]

/** Those of another laptop come after its closing, and are not given to whoever may not read all of the session. */
function frozenFactsAreThere(reader: Reader, isAwaited: (sha256: string) => boolean): string | null {
  const broken = reader
    .all('session')
    .find(
      ({ closing }) =>
        closing !== null && reader.blob(closing.factsDigest) === null && !isAwaited(closing.factsDigest),
    )
  return broken ? `les faits figés de la séance du ${broken.date} (${broken.closing?.number}) manquent` : null
}

function envelopesHold(reader: Reader): string | null {
  const sessions = reader.all('session')
  const broken = reader
    .all('call')
    .find(
      ({ id, rules }) =>
        rules.envelopeCents !== null &&
        awardedCents(sessions.filter(({ callId }) => callId === id)) > rules.envelopeCents,
    )
  return broken ? `les attributions de l’appel « ${broken.name} » dépassent son enveloppe` : null
}

function marksAreOnTheirScale(reader: Reader): string | null {
  const grids = new Map(reader.all('grid').map((grid) => [grid.id, criteriaOf(grid)]))
  for (const call of reader.all('call')) {
    for (const sheet of reader.sheetsOfCall(call.id)) {
      for (const [code, mark] of Object.entries(sheet.marks)) {
        const criterion = grids.get(sheet.gridId)?.find((known) => known.code === code)
        if (!criterion) return `une note porte sur le critère ${code}, absent de sa grille`
        if (mark.kind === 'value' && !isOnScale(criterion.scale.kind, mark.hundredths))
          return `une note du critère ${code} est hors de son barème`
      }
    }
  }
  return null
}

function numbersAreUnique(reader: Reader): string | null {
  for (const call of reader.all('call')) {
    const seen = new Set<number>()
    for (const { candidature } of reader.candidaturesOfCall(call.id)) {
      if (seen.has(candidature.number))
        return `deux candidatures de l’appel « ${call.name} » portent le numéro ${candidature.number}`
      seen.add(candidature.number)
    }
  }
  return null
}
