import { shippedGrids } from '#shared/domain/grid/shippedGrids.ts'
import { ok } from '#shared/kernel/result.ts'
import { changeCall, listCalls, openCall } from '#shared/usecases/calls/calls.ts'
import { changeGrid, draftGrid } from '#shared/usecases/grids/grids.ts'
import { gridsShown } from '#shared/usecases/grids/isGridLocked.ts'
import { loadOrRefuse } from '#shared/usecases/loadOrRefuse.ts'
import { changeCommittee, committeeId } from '#shared/usecases/people/committee.ts'
import { addMember, changeMember } from '#shared/usecases/people/members.ts'
import { acting, type Handlers, type HandlerTools, reading, showing } from '../handlerKinds.ts'

type PreparationProcedure = Extract<
  keyof Handlers,
  `committee.${string}` | `member.${string}` | `call.${string}` | `grid.${string}`
>

export const preparationHandlers = ({ memory }: HandlerTools): Pick<Handlers, PreparationProcedure> => ({
  'committee.get': reading(memory, (reader) => loadOrRefuse(reader, 'committee', committeeId)),
  'committee.change': acting(memory, (context, { set }) => changeCommittee(context, set)),
  'member.list': showing(memory, (reader) => reader.all('member')),
  'member.add': acting(memory, addMember),
  'member.change': acting(memory, changeMember),
  'call.list': showing(memory, listCalls),
  'call.open': acting(memory, openCall),
  'call.change': acting(memory, changeCall),
  'grid.list': showing(memory, gridsShown),
  'grid.shipped': async () => ok(shippedGrids.map(({ key, label }) => ({ key, label }))),
  'grid.draft': acting(memory, draftGrid),
  'grid.change': acting(memory, changeGrid),
})
