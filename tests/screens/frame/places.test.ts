import { expect, test } from 'vitest'
import type { SyncRole } from '#shared/contract/syncAnswers.ts'
import { isOnlyRead, placesFor } from '../../../src-renderer/frame/places.ts'

const pathsOf = (role: SyncRole | null, maySeeSharing = true): readonly string[] => {
  const { job, setup } = placesFor(role, maySeeSharing)
  return [...job, ...setup].map(({ path }) => path)
}
const job = ['/appels', '/candidatures', '/grilles', '/notes', '/classement', '/seances', '/documents']
const sharing = ['/salle', '/envoyer']
const setup = ['/comite', '/autorite', '/fichier', ...sharing]

test('[UI42] each sees the places where he has something to do or to read', () => {
  for (const role of [null, 'secretariat', 'chair'] as const)
    expect(pathsOf(role)).toEqual([...job, ...setup])
  expect(pathsOf('member')).toEqual(['/candidatures', '/notes', '/classement', ...sharing])
  expect(pathsOf('instructor')).toEqual([
    ...job.filter((path) => path !== '/notes' && path !== '/classement'),
    ...setup,
  ])
  expect(pathsOf('administrator')).toEqual(['/fichier', ...sharing])
})

test('[UI42] on a lent laptop the sharing stays with the secretary', () => {
  expect(pathsOf('member', false)).toEqual(['/candidatures', '/notes', '/classement'])
})

test('[UI42] a place that somebody else writes is said to be read: by the chair, by the instructor, to nobody else', () => {
  const readBy = (role: SyncRole | null) =>
    [...job, ...setup, '/scenarios'].filter((path) => isOnlyRead(role, path))
  expect(readBy('chair')).toEqual(['/appels', '/grilles', '/documents', '/comite', '/autorite', '/scenarios'])
  expect(readBy('instructor')).toEqual([
    '/appels',
    '/grilles',
    '/seances',
    '/comite',
    '/autorite',
    '/scenarios',
  ])
  for (const role of [null, 'secretariat', 'member', 'administrator'] as const)
    expect(readBy(role)).toEqual([])
  expect(isOnlyRead('chair', '/appels/a1')).toBe(true)
  expect(isOnlyRead('chair', '/appelsdoffres')).toBe(false)
})
