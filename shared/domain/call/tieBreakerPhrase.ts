import { criteriaOf } from '../grid/criteriaOf.ts'
import type { Grid } from '../grid/grid.ts'
import type { TieBreaker } from './call.ts'

/** A tie-breaker as the minutes and the screens say it, a noun phrase without capital or full stop. */
export function tieBreakerPhrase(tieBreaker: TieBreaker, grid: Pick<Grid, 'sections'> | null): string {
  switch (tieBreaker.kind) {
    case 'criterion': {
      const criterion = grid && criteriaOf(grid).find(({ code }) => code === tieBreaker.code)
      return `la meilleure note au critère ${criterion ? `« ${criterion.label} »` : tieBreaker.code}`
    }
    case 'earliest-complete':
      return 'le dossier complet le plus tôt'
    case 'lowest-requested':
      return 'l’aide demandée la plus faible'
    case 'lowest-cost-per-inhabitant':
      return 'l’aide demandée par habitant la plus faible'
  }
}
