import { afterEach, expect, test, vi } from 'vitest'
import { pendingWrites } from '#main/sync/guests/page/pendingWrites.ts'

/** The storage of a browser, which outlives its pages. */
function aBrowser(): Map<string, string> {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  })
  return kept
}
afterEach(() => void vi.unstubAllGlobals())

const pageOf = (memberId: string) => {
  const page = pendingWrites(() => {})
  page.of(memberId)
  return page
}

test('[HS8] a comment typed before its mark is still there in the next page, for its author alone, and leaves with the mark', () => {
  const kept = aBrowser()
  const first = pageOf('m-anne')
  first.keepComment('can-1', 'PERT', 'Projet sol')
  first.keepComment('can-1', 'PERT', 'Projet solide')
  first.keepComment('can-2', 'PERT', 'Autre')
  expect(first.count()).toBe(0)
  expect([...pageOf('m-bruno').on('can-1').comments]).toEqual([])
  const next = pageOf('m-anne')
  expect([...next.on('can-1').comments]).toEqual([['PERT', 'Projet solide']])
  expect(next.commentCount()).toBe(2)
  const mark = { kind: 'value', hundredths: 400, comment: 'Projet solide' } as const
  next.put('can-1', 'PERT', mark)
  next.keepComment('can-2', 'PERT', '')
  const last = pageOf('m-anne')
  expect([...last.on('can-1').marks]).toEqual([['PERT', mark]])
  expect([last.commentCount(), last.count()]).toEqual([0, 1])
  last.keepComment('can-1', 'COUT', 'À revoir')
  last.forget()
  expect([...kept.keys()].filter((name) => name.includes('m-anne'))).toEqual([])
})

test('[HS8] a mark that is taken back leaves its comment in the browser', () => {
  aBrowser()
  const page = pageOf('m-anne')
  page.put('can-1', 'PERT', null)
  page.keepComment('can-1', 'PERT', 'Projet solide')
  const next = pageOf('m-anne')
  expect([...next.on('can-1').marks]).toEqual([['PERT', null]])
  expect([...next.on('can-1').comments]).toEqual([['PERT', 'Projet solide']])
})
