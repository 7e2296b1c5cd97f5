import { describe, expect, test } from 'vitest'
import { parseAddressWords, writeAddressWords } from '../../../src-renderer/frame/addressWords.ts'
import { queryOfAddress } from '../../../src-renderer/frame/listAddress.ts'

describe('[UI7] addresses', () => {
  test('[UI7.1] hold plain words, and come back unchanged', () => {
    const address = { call: 'appel 1', q: 'pays de dol & baie', check: '1' }
    expect(parseAddressWords(writeAddressWords({ ...address, dep: '', sort: undefined }))).toEqual(address)
  })

  test('[UI7.2] of the list say what the database is asked', () => {
    expect(
      queryOfAddress({
        call: 'c',
        q: ' dol ',
        dep: '35',
        check: '1',
        status: 'withdrawn',
        sort: 'title',
        desc: '1',
      }),
    ).toEqual({
      callId: 'c',
      search: 'dol',
      filters: { department: '35', toCheck: true, status: 'withdrawn' },
      sort: 'title',
      descending: true,
    })
  })

  test('[UI7.3] that are old or mistyped show the list rather than an error', () => {
    expect(queryOfAddress({ status: 'perdue', sort: 'note', desc: 'oui', check: 'oui' })).toEqual({
      callId: null,
      search: '',
      filters: {},
      sort: 'number',
      descending: false,
    })
  })
})
