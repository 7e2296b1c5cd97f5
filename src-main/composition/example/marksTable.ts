import type { Example, ExampleCall } from './exampleSchema.ts'

/** The marks of a call as the table that `marks.import` reads: one line per mark. */
export function marksTable(call: ExampleCall, members: Example['members']): string {
  const names = new Map(members.map(({ key, firstName, lastName }) => [key, `${firstName} ${lastName}`]))
  const comments = new Map(
    call.comments.map(({ member, candidature, criterion, text }) => [
      `${member}/${candidature}/${criterion}`,
      text,
    ]),
  )
  const lines = Object.entries(call.marks).flatMap(([member, sheets]) =>
    Object.entries(sheets).flatMap(([number, marks]) =>
      Array.from(marks).flatMap((mark, index) => {
        const criterion = call.criteria[index] ?? ''
        if (mark === '-') return []
        return [
          [
            names.get(member) ?? '',
            number,
            criterion,
            mark,
            comments.get(`${member}/${number}/${criterion}`) ?? '',
          ],
        ]
      }),
    ),
  )
  const header = ['membre', 'candidature', 'critère', 'note', 'commentaire']
  return [header, ...lines].map((cells) => cells.map(quoted).join(';')).join('\r\n')
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
