import { expect, test } from 'vitest'
import { actMisfit } from '#shared/domain/session/actMisfit.ts'

test.each([
  ['deliberation', 'le conseil municipal de Plouvara', true],
  ['deliberation', 'La commission permanente du conseil départemental', true],
  ['deliberation', 'le maire de Plouvara', false],
  ['deliberation', 'la préfète du Morbihan', false],
  ['deliberation', 'Président', false],
  ['deliberation', 'le préfectoral', true],
  ['arrete', 'la préfète du Morbihan', true],
  ['arrete', 'le Conseil municipal', false],
  ['arrete', 'l’assemblée de Corse', false],
  ['decision', 'le maire', true],
  ['decision', 'le conseil d’administration', true],
  ['arrete', '', true],
] as const)('[SE56] %s of « %s »: %s', (nature, authority, isTaken) => {
  expect(actMisfit({ nature, authority }) === null).toBe(isTaken)
})
