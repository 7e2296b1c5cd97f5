import { expect, it } from 'vitest'
import { fileUniformSheet, smallCommittee } from './smallCommittee.ts'

it('[UC21] what is to debate, what hangs on one step and what absence changes, in words and figures', async () => {
  const committee = await smallCommittee()
  const { get, callId, memberIds, candidatureIds } = committee
  const [ada, blaise, chloe] = memberIds
  const [berric, molac, elven] = candidatureIds
  const file = (candidatureId: string, evaluatorId: string, points: number) =>
    fileUniformSheet(committee, { candidatureId, evaluatorId }, points)
  await file(berric, ada, 5)
  await file(berric, blaise, 3)
  await file(molac, ada, 4)
  await file(molac, blaise, 4)
  await file(elven, ada, 4)
  await file(elven, blaise, 2)
  await file(elven, chloe, 4)
  const watch = await get('ranking.watch', { callId })
  expect(watch.absentMarkers).toEqual(['Chloé Exemple'])
  expect(watch.toDebate.map(({ number, rank, reasons }) => [number, rank, reasons])).toMatchInlineSnapshot(`
    [
      [
        1,
        1,
        [
          "écart de 40,00 points entre les fiches (seuil du règlement : 20)",
          "sans fiche déposée de Chloé Exemple",
        ],
      ],
      [
        3,
        3,
        [
          "écart de 40,00 points entre les fiches (seuil du règlement : 20)",
        ],
      ],
      [
        2,
        2,
        [
          "sans fiche déposée de Chloé Exemple",
        ],
      ],
    ]
  `)
  expect(
    watch.fragile.map(({ number, rank, changesAward, moves }) => [number, rank, changesAward, moves[0]]),
  ).toMatchInlineSnapshot(`
    [
      [
        1,
        1,
        false,
        "Si la note d’Ada Exemple sur « Pertinence et besoin des usagers » était 4 au lieu de 5 : la candidature passerait du rang 1 au rang 2 ; le rang changerait pour n° 2.",
      ],
      [
        2,
        2,
        false,
        "Si la note d’Ada Exemple sur « Pertinence et besoin des usagers » était 5 au lieu de 4 : la candidature passerait du rang 2 au rang 1 ; le rang changerait pour n° 1.",
      ],
    ]
  `)
  expect(watch.withoutAbsentMarkers).toMatchInlineSnapshot(`[]`)
})
