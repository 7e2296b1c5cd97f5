import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appreciations } from '#shared/domain/documents/disclosure/appreciations.ts'
import { communicableFacts, masked } from '#shared/domain/documents/disclosure/communicableFacts.ts'
import { communicableModel } from '#shared/domain/documents/disclosure/communicableModel.ts'
import { contactsLeft } from '#shared/domain/documents/disclosure/contactsIn.ts'
import { disclosureLog } from '#shared/domain/documents/disclosure/disclosureLog.ts'
import { disclosureMasks } from '#shared/domain/documents/disclosure/disclosureMasks.ts'
import { minutes } from '#shared/domain/documents/minutes.ts'
import { plainText } from '#shared/domain/documents/plainText.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { factsDigest, meetingFacts } from '../fixtures/sessionFacts.ts'

const nobody = { naturalApplicants: [], correspondents: [] }

const withDebate = (debate: string): SessionFacts => ({
  ...meetingFacts,
  items: meetingFacts.items.map((item, index) => (index === 0 ? { ...item, debate } : item)),
})

const debateAfter = (debate: string, known = nobody, shown: readonly string[] = []): string => {
  const facts = withDebate(debate)
  const masks = disclosureMasks(facts, known)
  return communicableFacts(facts, masks, shown).items[0]?.debate ?? ''
}

describe('contact and bank details', () => {
  test.each([
    ['Écrire à jean.dupont@mairie-berric.fr avant lundi.', 'Écrire à [occulté] avant lundi.'],
    ['Écrire à contact (at) asso.org avant lundi.', 'Écrire à [occulté] avant lundi.'],
    ['Le 02 97 00 12 34 sonne dans le vide.', 'Le [occulté] sonne dans le vide.'],
    ['Le +33 (0)6.12.34.56.78 aussi.', 'Le [occulté] aussi.'],
    ['IBAN FR76 3000 6000 0112 3456 7890 189 fourni.', 'IBAN [occulté] fourni.'],
    ['RIB 30006 00001 12345678901 89 fourni.', 'RIB [occulté] fourni.'],
    ['BIC : AGRIFRPP fourni.', 'BIC : [occulté] fourni.'],
    ['Siège au 12 bis rue des Écoles, 56230 Berric.', 'Siège au [occulté].'],
    ['IBAN fr76 3000 6000 0112 3456 7890 189 fourni.', 'IBAN [occulté] fourni.'],
    ['IBAN FR76  3000  6000  0112  3456  7890  189 fourni.', 'IBAN [occulté] fourni.'],
    ['Le 06  12  34  56  78 et le 06 123 456 78 aussi.', 'Le [occulté] et le [occulté] aussi.'],
    ['Écrire à claire arobase example.fr avant lundi.', 'Écrire à [occulté] avant lundi.'],
    ['Écrire à claire arobase example point fr avant lundi.', 'Écrire à [occulté] avant lundi.'],
    ['Numéro 1 61 05 56 260 012 34 donné.', 'Numéro [occulté] donné.'],
    ['Le trésor, né le 3 mai 1961, est là.', 'Le trésor, [occulté], est là.'],
    ['Une personne née le 03/05/1961.', 'Une personne [occulté].'],
    ['Le siège est au lieu-dit Kerlann, 56000 Vannes.', 'Le siège est au [occulté].'],
    ['Écrire à claire**.lebihan@**example.fr vite.', 'Écrire à [occulté] vite.'],
    ['Le 06 12 **34** 56 78 répond.', 'Le [occulté] répond.'],
    ['Le 06 12 **34 56 78** répond.', 'Le **[occulté]** répond.'],
    ['Le *mobile 06 12* 34 56 78 répond.', 'Le *mobile [occulté]* répond.'],
    ['Le 06\\.12\\.34\\.56\\.78 répond.', 'Le [occulté] répond.'],
    ['Le 06\t12\t34\t56\t78 répond.', 'Le [occulté] répond.'],
    ['Le 06 12\u200B 34 56 78 répond.', 'Le [occulté] répond.'],
  ])('[DX2] %s', (before, after) => {
    expect(debateAfter(before)).toBe(after)
  })

  test('[DX2] amounts, dates, SIRET, articles and sizes are no contacts', () => {
    const text =
      'Le coût de 47 291,00 € est passé à 1 200 000 € le 12 mars 2026 (SIRET 21560015000017, article L2121-15, 3 500 habitants, 10 000 places, 2026-0012). Séance du 03/05/2026 14 h 30, SIRET 215 600 150 00017, lot 02 10 000 000 €, lettre 2C 012 345 6789 0, dossier n° 12, Place des fêtes.'
    expect(debateAfter(text)).toBe(text)
  })

  test('[DX1] [DX2] they are sought in every text that is printed, and told with their place', () => {
    const phone = '06 12 34 56 78'
    const [, first, ...others] = meetingFacts.items
    if (first === undefined || first.candidature === null) throw new Error('no candidature')
    const facts: SessionFacts = {
      ...meetingFacts,
      place: `Mairie, ${phone}`,
      convocation: meetingFacts.convocation && {
        ...meetingFacts.convocation,
        author: `le président (${phone})`,
        proof: 'envoi à claire@example.fr',
      },
      chair: { ...meetingFacts.chair, capacity: `maire, ${phone}` },
      agenda: meetingFacts.agenda.map((line, index) => (index === 0 ? `${line} (${phone})` : line)),
      items: [
        {
          ...first,
          candidature: { ...first.candidature, applicant: `Asso ${phone}` },
          hearing: { guest: `Mme Morvan, ${phone}`, questioner: null, plannedMinutes: null },
        },
        ...others,
      ],
    }
    const masks = disclosureMasks(facts, nobody).filter(({ kind }) => kind === 'phone' || kind === 'e-mail')
    expect(masks.map(({ place }) => place).toSorted()).toEqual(
      [
        'Lieu de la séance',
        'Convocation',
        'Convocation',
        'Membres',
        'Ordre du jour',
        'Point 1, demandeur',
        'Point 1, personne entendue',
      ].toSorted(),
    )
    expect(JSON.stringify(communicableFacts(facts, masks, []))).not.toContain(phone)
  })

  test('[DX1] digests, identifiers, numbers and dates of a session are never masked', () => {
    expect(
      disclosureMasks(meetingFacts, nobody)
        .filter(({ kind }) => kind !== 'natural-person' && kind !== 'appreciation')
        .map(({ id }) => id),
    ).toEqual([])
  })

  test('[DX8] what is left once drawn is told, what a human lifted is not', () => {
    const text = `Le 06\u00A012\u00A034\u00A056\u00A078 et a@b.fr, a@b.fr, empreinte ${factsDigest}.`
    expect(contactsLeft(text, [])).toEqual(['a@b.fr', '06\u00A012\u00A034\u00A056\u00A078'])
    expect(contactsLeft(text, ['06 12 34 56 78', 'Écrire à a@b.fr.'])).toEqual([])
  })

  test('[DX2] wherever they are typed and however often, the minutes hold none of them', () => {
    const contact = fc.constantFrom(
      'anne.le-goff@exemple.fr',
      '06 12 34 56 78',
      'FR7630006000011234567890189',
      '14 avenue du Général-de-Gaulle',
    )
    const words = fc.constantFrom('le calendrier', 'la dépense est justifiée', 'avis partagé', 'on vote')
    const sentence = fc.tuple(words, contact, words).map(([left, secret, right]) => ({
      text: `${left} (${secret}) ${right}.`,
      secret,
    }))
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
        const text = sentences.map((one) => one.text).join(' ')
        const facts: SessionFacts = { ...withDebate(text), discussion: text }
        const model = minutes(communicableFacts(facts, disclosureMasks(facts, nobody), []), factsDigest)
        if (!model.ok) throw new Error(model.refusal.code)
        const printed = plainText(model.value).replace(/[\u00A0\u202F]/gu, ' ')
        for (const { secret } of sentences) expect(printed).not.toContain(secret.replace(/'/gu, '’'))
      }),
      { numRuns: 60 },
    )
  })
})

describe('appreciations', () => {
  const members = meetingFacts.members.map(({ name }) => name)
  const kept = (text: string, others: readonly string[] = []): string =>
    appreciations(text, { members, others })
      .map(({ from, to }) => text.slice(from, to))
      .join('|')

  test('[DX3] a sentence that names somebody outside the instance is masked whole, the others stay', () => {
    expect(
      kept('Le dossier est complet. Mme Morvan n’a pas répondu aux questions. Le calendrier tient.'),
    ).toBe('Mme Morvan n’a pas répondu aux questions.')
    expect(kept('Hélène Morvan a convaincu. On vote.', ['Hélène MORVAN'])).toBe('Hélène Morvan a convaincu.')
  })

  test('[DX3] a member who speaks is named, as the law wants', () => {
    expect(kept('Mme Le Goff demande un second comptage. M. Riou s’abstient.')).toBe('')
  })

  test('[DX3] a person qualified by his role is masked; a project is not a person', () => {
    expect(kept('Le porteur est peu rigoureux. Le projet est sérieux et crédible.')).toBe(
      'Le porteur est peu rigoureux.',
    )
  })

  test.each([
    'Le Bihan ne tient pas ses engagements.',
    'On attend LE BIHAN.',
    'MME KERMARREC N’A PAS RÉPONDU.',
    'M. RIOUAL ment.',
    'Yves Kermarrec, son comptable, a été condamné.',
    'Son comptable, Yves Kermarrec, a été condamné.',
    'La présidente boit.',
    'Le projet avance mais le porteur ment.',
    'Le trésorier est ivre.',
  ])('[DX3] judged, masked: %s', (sentence) => {
    expect(kept(`Le dossier est complet. ${sentence} On vote.`, ['Yves Le Bihan'])).toBe(sentence)
  })

  test.each([
    'M. RIOU s’abstient.',
    'MME LE GOFF DEMANDE UN SECOND COMPTAGE.',
    'Anne Le Goff, la présidente, met aux voix.',
    'La présidente rappelle le règlement et soumet le point.',
    'La présidente a ouvert la séance.',
    'Le président de séance, présent, constate le quorum.',
    'La présidente estime que le projet est utile.',
    'Le porteur n’a pas fourni le devis.',
    'Le porteur du projet s’est engagé à publier les plans.',
    'Le calendrier du porteur tient.',
    'Le petit projet tient.',
  ])('[DX3] of the sitting or of the procedure, kept: %s', (sentence) => {
    expect(kept(sentence, ['Jean Petit'])).toBe('')
  })

  test('[DX3] a last name that a member bears as well names the member', () => {
    expect(kept('Riou vote pour.', ['Marie Riou'])).toBe('')
    expect(kept('Marie Riou vote pour.', ['Marie Riou'])).toBe('Marie Riou vote pour.')
  })

  test('[DX2] [DX3] emphasis hides no name', () => {
    expect(debateAfter('Le dossier est complet. Mme **Morvan** a menti. On vote.')).toBe(
      'Le dossier est complet. [occulté] On vote.',
    )
    expect(debateAfter('**Mme Morvan a menti. On vote.**')).toBe('**[occulté] On vote.**')
  })

  test('[DX3] an abbreviation ends no sentence', () => {
    expect(kept('On entend M. Le Bihan, hésitant. Suite.')).toBe('On entend M. Le Bihan, hésitant.')
  })
})

describe('the communicable reading', () => {
  const natural = { naturalApplicants: ['Jeanne Kermadec'], correspondents: [] }
  const ofPerson: SessionFacts = {
    ...withDebate('Jeanne Kermadec demande peu.'),
    items: withDebate('Jeanne Kermadec demande peu.').items.map((item, index) =>
      index === 1 && item.candidature !== null
        ? { ...item, candidature: { ...item.candidature, applicant: 'Jeanne Kermadec' } }
        : item,
    ),
  }

  test('[DX1] an applicant in his own name disappears with his identifier, wherever he is named', () => {
    const seen = communicableFacts(ofPerson, disclosureMasks(ofPerson, natural), [])
    expect(JSON.stringify(seen)).not.toContain('Kermadec')
    expect(seen.items[1]?.candidature).toEqual({
      ...ofPerson.items[1]?.candidature,
      applicant: masked,
      identifier: ofPerson.items[1]?.candidature?.identifier === '' ? '' : masked,
    })
  })

  test('[DX1] who did not hand in a sheet is not named', () => {
    const masks = disclosureMasks(meetingFacts, nobody)
    expect(masks.filter(({ reason }) => reason.includes('noté')).map(({ text }) => text)).toEqual([
      'Anne Le Goff',
      'Élie Quéré',
    ])
    expect(communicableFacts(meetingFacts, masks, []).items[2]?.marks?.missing).toEqual([masked, masked])
  })

  test('[DX4] a mask that a human lifted shows its words again, and only those', () => {
    const facts = withDebate('Appeler le 02 97 00 12 34. Écrire à a@b.fr.')
    const masks = disclosureMasks(facts, nobody).filter(({ place }) => place === 'Point 1, débat')
    expect(masks.map(({ id, kind }) => [id, kind])).toEqual([
      ['items.0.debate:11-25', 'phone'],
      ['items.0.debate:36-42', 'e-mail'],
    ])
    expect(communicableFacts(facts, masks, ['items.0.debate:36-42']).items[0]?.debate).toBe(
      'Appeler le [occulté]. Écrire à a@b.fr.',
    )
    expect(
      communicableFacts(
        facts,
        masks,
        masks.map(({ id }) => id),
      ),
    ).toEqual(facts)
  })

  test('[DX4] nothing else than texts changes, and nothing at all without a mask', () => {
    expect(communicableFacts(meetingFacts, [], [])).toEqual(meetingFacts)
  })

  test('[DX5] the copy says what it is', () => {
    const model = minutes(meetingFacts, factsDigest)
    if (!model.ok) throw new Error(model.refusal.code)
    const copy = communicableModel(model.value, 2)
    expect(plainText(copy)).toContain('Exemplaire communicable\u00A0: 2\u00A0mentions occultées')
    expect(copy.title).toContain('(exemplaire communicable)')
    expect(copy.number).toBe(model.value.number)
  })

  test('[DX6] the list tells each mention and what became of it, and that it stays inside', () => {
    const facts = withDebate('Appeler le 02 97 00 12 34. Écrire à a@b.fr.')
    const masks = disclosureMasks(facts, nobody).filter(({ place }) => place === 'Point 1, débat')
    const log = disclosureLog(facts, masks, ['items.0.debate:36-42'], {
      digest: factsDigest,
      madeAt: '2026-12-01T10:00',
    })
    const text = plainText(log).replace(/[\u00A0\u202F]/gu, ' ')
    expect(text).toContain('1\tPoint 1, débat\tTéléphone\t02 97 00 12 34\tnuméro de téléphone\tOccultée')
    expect(text).toContain('2\tPoint 1, débat\tCourriel\ta@b.fr\tadresse électronique\tMaintenue')
    expect(text).toContain('ne se communique pas')
  })
})
