import { ok } from '#shared/kernel/result.ts'
import type { Entity } from '#shared/operations/operation.ts'
import {
  addCandidature,
  changeCandidature,
  changeDossier,
  mergeCandidatures,
} from '#shared/usecases/candidatures/candidatures.ts'
import { keepApart } from '#shared/usecases/candidatures/keepApart.ts'
import { viewCandidature } from '#shared/usecases/candidatures/viewCandidature.ts'
import { viewHistory } from '#shared/usecases/history/viewHistory.ts'
import { acting, type Handlers, type HandlerTools, reading, showing } from '../handlerKinds.ts'

type CandidatureProcedure = Extract<
  keyof Handlers,
  `candidature.${string}` | `dossier.${string}` | `territory.${string}` | `history.${string}`
>

export const candidatureHandlers = ({
  memory,
  adapters,
}: HandlerTools): Pick<Handlers, CandidatureProcedure> => ({
  'candidature.list': showing(memory, (reader, query) => reader.listCandidatures(query)),
  'candidature.get': reading(memory, viewCandidature),
  'candidature.add': acting(memory, addCandidature),
  'candidature.change': acting(memory, changeCandidature),
  'candidature.merge': acting(memory, mergeCandidatures),
  'candidature.keep-apart': acting(memory, keepApart),
  'dossier.change': acting(memory, changeDossier),
  'territory.search': async ({ query }) =>
    ok(
      adapters
        .territories()
        .search(query)
        .map(({ code, kind, name, department, siren, population }) => ({
          code,
          kind,
          name,
          department: department === null ? '' : `${department.code} – ${department.name}`,
          siren,
          population,
        })),
    ),
  'history.of': showing(memory, (reader, { entity }) => viewHistory(reader, entity as Entity)),
})
