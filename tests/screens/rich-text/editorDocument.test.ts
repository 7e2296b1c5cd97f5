import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseMarkup } from '#shared/domain/documents/markup/parseMarkup.ts'
import { renderMarkup } from '#shared/domain/documents/markup/renderMarkup.ts'
import { citedDossiers } from '../../../src-renderer/features/sessions/spoken/citedDossiers.ts'
import { movedPhrase } from '../../../src-renderer/features/sessions/spoken/movedPhrase.ts'
import { fromEditor, toEditor } from '../../../src-renderer/ui/rich-text/editorDocument.ts'

const markup = fc
  .array(
    fc.constantFrom(
      ...[
        '### ',
        '#### ',
        '- ',
        '  - ',
        '1. ',
        '  1. ',
        '2. ',
        '**',
        '*',
        '[[12]]',
        'mot',
        ' ',
        '\n',
        '\\',
        '.',
      ],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

it('[MK8] the editor holds what the markup says, and gives it back', () => {
  fc.assert(
    fc.property(markup, (text) => {
      const rich = parseMarkup(text)
      fc.pre(rich.length > 0)
      expect(fromEditor(toEditor(rich))).toEqual(rich)
    }),
    { numRuns: 5_000 },
  )
})

it('[MK8] an empty text is an empty paragraph', () => {
  expect(toEditor([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  expect(renderMarkup(fromEditor({ type: 'doc', content: [{ type: 'paragraph' }] }))).toBe('')
})

it('[MK8] a list deeper than the markup knows comes up to its last level, with all its words', () => {
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const document = {
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('un'),
              {
                type: 'orderedList',
                content: [
                  {
                    type: 'listItem',
                    content: [
                      paragraph('deux'),
                      {
                        type: 'bulletList',
                        content: [{ type: 'listItem', content: [paragraph('trois')] }],
                      },
                    ],
                  },
                  { type: 'listItem', content: [paragraph('quatre')] },
                ],
              },
            ],
          },
        ],
      },
    ],
  }
  expect(renderMarkup(fromEditor(document))).toBe('- un\n  1. deux\n  2. trois\n  3. quatre')
})

it('[MK8] cites each dossier of the agenda once, by number', () => {
  expect(
    citedDossiers([
      { number: 12, applicant: 'Berric' },
      { number: null, applicant: '' },
      { number: 3, applicant: 'Molac' },
      { number: 12, applicant: 'Berric' },
    ]),
  ).toEqual([
    { number: 3, name: 'Molac' },
    { number: 12, name: 'Berric' },
  ])
})

it('[MK8] moves a phrase a place, and stays still at the ends', () => {
  const phrases = ['a', 'b', 'c']
  expect([movedPhrase(phrases, 1, -1), movedPhrase(phrases, 1, 1)]).toEqual([
    ['b', 'a', 'c'],
    ['a', 'c', 'b'],
  ])
  expect([movedPhrase(phrases, 0, -1), movedPhrase(phrases, 2, 1)]).toEqual([phrases, phrases])
})
