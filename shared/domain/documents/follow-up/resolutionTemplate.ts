import { boxes, bulletedList, column, heading, keyValues, note, paragraph, row, strong } from '../blocks.ts'
import type { ParagraphBlock } from '../model.ts'
import type { TemplateDocument } from '../templates/templateDocument.ts'
import { awardArticles, closingArticles, otherArticles } from './resolutionArticles.ts'
import { handwritten, otherwise, section } from './templateSections.ts'

const object = 'Attribution de subventions, appel « {appel.nom} », exercice {appel.exercice}'

/**
 * [RE2] The resolution: extract of the register for a body that decides, draft for the authority that will decide
 * otherwise. Numbers of articles are fields, so that one that has no object leaves no gap.
 */
export const resolutionTemplate: TemplateDocument = {
  document: 'resolution',
  id: 'deliberation-2',
  title: 'Délibération d’attribution',
  blocks: [
    {
      type: 'title',
      overline: '{emetteur.nom}',
      text: '{#instance.decide}Extrait du registre des délibérations{/}{^instance.decide}Projet de délibération{/}',
      subtitle:
        '{#instance.decide}{instance.nom}, séance du {seance.jour}{/}{^instance.decide}Soumis {acte.a_autorite}{/}',
    },
    ...section('instance.decide', [
      keyValues([
        ['Délibération n°', '{acte.numero}'],
        ['Objet', object],
        ['Date et heure', '{seance.jour}, à {seance.ouverture}'],
        ['Lieu', '{seance.lieu}'],
        ['Convocation', 'du {convocation.date}, adressée par {convocation.auteur}'],
        ['Présidence', '{seance.presidence}{#seance.presidence_qualite}, {seance.presidence_qualite}{/}'],
        ['Secrétariat', '{seance.secretariat}{#seance.secretariat_qualite}, {seance.secretariat_qualite}{/}'],
        ['Rapporteur(s)', '{#rapporteurs}{rapporteurs}{/}'],
        ['Membres en exercice', '{membres.exercice}'],
        ['Présents à l’ouverture', '{membres.presents}'],
        ['Pouvoirs', '{pouvoirs.nombre}'],
        ['Votants', '{#votants}{votants}{/}'],
      ]),
      paragraph(strong('Présents : '), '{presents.noms}.'),
      ...section('excuses.noms', [paragraph(strong('Excusés : '), '{excuses.noms}.')]),
      ...section('absents.noms', [paragraph(strong('Absents : '), '{absents.noms}.')]),
      ...section('pouvoirs', [paragraph('{mandant} a donné pouvoir à {mandataire} (écrit du {date}).')]),
      paragraph('{quorum.phrase}'),
    ]),
    ...otherwise('instance.decide', [
      note(
        'Projet établi d’après l’avis de l’instance consultée. Il ne vaut décision qu’une fois adopté ; les cases sont à remplir après le vote.',
      ),
      keyValues([
        ['Délibération n°', `{#acte.numero}{acte.numero}{/}{^acte.numero}${handwritten}{/}`],
        ['Objet', object],
        ['Séance du', `{#acte.date}{acte.jour}{/}{^acte.date}${handwritten}{/}`],
        ['Rapporteur', handwritten],
      ]),
      boxes(
        'Séance et vote, à remplir',
        [
          column('Convocation du', 1.4),
          column('En exercice', 1.1),
          column('Présents', 1),
          column('Pouvoirs', 1),
          column('Votants', 1),
          column('Pour', 0.8),
          column('Contre', 0.8),
          column('Abstentions', 1.2),
        ],
        [row(['', '', '', '', '', '', '', ''])],
        30,
      ),
      boxes(
        'Membres intéressés qui n’ont pris part ni au débat ni au vote',
        [column('Noms', 1)],
        [row([''])],
        30,
      ),
    ]),
    ...section('visas', [paragraph('Vu {visa} ;')]),
    paragraph(
      'Considérant que les projets présentés répondent à un intérêt public local{#appel.dispositif} et entrent dans l’objet du dispositif « {appel.dispositif} »{/} ;',
    ),
    paragraph(
      'Considérant que {candidatures.phrase}, pour un total demandé de {total.demande}{#enveloppe}, dans la limite d’une enveloppe de {enveloppe}{/} ;',
    ),
    ...otherwise('instance.decide', [
      paragraph(
        'Considérant que {instance.sujet} a donné un avis favorable à l’octroi de {attributions.nombre} ;',
      ),
    ]),
    ...section('deports', [
      paragraph(
        'Considérant que {membre}, intéressé(e) à l’affaire, s’est retiré(e) et n’a pris part ni au débat ni {#instance.decide}au vote{/}{^instance.decide}à l’avis{/} sur {dossiers} ;',
      ),
    ]),
    ...section('instance.decide', [
      ...section('vote.commun', [
        decision('{acte.autorite_majuscule}, après en avoir délibéré, {vote.commun},'),
      ]),
      ...otherwise('vote.commun', [
        decision(
          '{acte.autorite_majuscule}, après en avoir délibéré et voté sur chaque dossier comme il est dit plus bas,',
        ),
      ]),
    ]),
    ...otherwise('instance.decide', [
      decision(
        '{acte.autorite_majuscule}, après en avoir délibéré, par …… voix pour, …… contre et …… abstention(s),',
      ),
    ]),
    ...awardArticles,
    ...otherArticles,
    ...section('instance.decide', [
      ...otherwise('vote.commun', [
        heading(2, 'Votes'),
        bulletedList([
          '{#votes}',
          'Dossier n° {dossier}, {demandeur} : {phrase}.{#noms} Scrutin public : {noms}.{/noms}',
          '{/votes}',
        ]),
      ]),
    ]),
    ...closingArticles,
  ],
}

function decision(said: string): ParagraphBlock {
  return { ...paragraph(`${said} `, strong('DÉCIDE :')), keepWithNext: true }
}
