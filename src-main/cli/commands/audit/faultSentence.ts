import type { AuditReport } from '#main/composition/auditExport.ts'

type Fault = AuditReport['faults'][number]
type Remark = AuditReport['remarks'][number]

/** Where, then what: « entrée 12, écriture 3 du poste d-anne : … ». */
export const faultSentence = (fault: Fault): string => `${placeInWords(fault)}${faultWords[fault.fault]}`
export const remarkSentence = (remark: Remark): string =>
  `${placeInWords(remark)}${remarkWords[remark.remark]}`

function placeInWords({ g, cid, dev, seq, lease, line, entity }: Fault | Remark): string {
  const places = [
    ...(line === undefined ? [] : [`ligne ${line} de l’export`]),
    ...(lease === undefined ? [] : [`salle ${lease}`]),
    ...(g === undefined ? [] : [`entrée ${g}`]),
    ...(seq === undefined ? [] : [`écriture ${seq}`]),
    ...(dev === undefined ? [] : [`poste ${dev}`]),
    ...(entity === undefined ? [] : [`objet ${entity}`]),
    // The identifier alone finds a commit when nothing else does.
    ...(seq === undefined && cid !== undefined ? [`écriture ${cid}`] : []),
  ]
  return places.length === 0 ? '' : `${places.join(', ')} : `
}

/** Total: a new fault does not compile until it is said. */
const faultWords: Readonly<Record<Fault['fault'], string>> = {
  'line-unreadable': 'cette ligne n’est pas lisible',
  'line-out-of-order': 'cette ligne n’est pas à sa place',
  'export-cut': 'l’export ne se termine pas : il en manque la fin',
  'other-authority': 'le journal est d’une autre autorité que celle dont vous donnez l’empreinte',
  'entry-out-of-place': 'cette entrée ne porte pas le numéro de sa place',
  'entry-of-other-log': 'cette entrée est d’un autre journal',
  'epoch-goes-back': 'le compteur des restaurations recule',
  'verdict-unknown': 'ce verdict n’existe pas',
  'second-verdict': 'cette écriture a deux verdicts',
  'receipt-differs': 'ce que l’autorité a signé à cette place n’est pas ce que l’export contient',
  'checkpoint-signature-wrong': 'ce repère n’est pas signé par l’autorité',
  'checkpoint-beyond-log': 'l’autorité a signé un journal plus long que celui-ci',
  'log-not-vouched': 'à partir de cette entrée, aucun repère signé ne répond du journal',
  'commit-missing': 'l’écriture manque',
  'commit-unreadable': 'l’écriture n’est pas lisible',
  'commit-other': 'l’écriture n’est pas celle que l’entrée nomme',
  'device-unknown': 'ce poste est inconnu',
  'device-key-differs': 'la clé de ce poste n’est pas celle de son enrôlement',
  'founded-twice': 'dit présent dès l’origine, et ajouté ensuite',
  'founding-differs':
    'ce que l’export dit de l’origine (postes, mandats, état du fichier) n’est pas ce que le journal en a scellé',
  'signature-wrong': 'la signature n’est pas celle du poste',
  'body-altered': 'le contenu n’est pas celui qui a été signé',
  'body-missing': 'le contenu manque, sans effacement ordonné',
  'chain-gap': 'il manque des écritures du poste avant celle-ci',
  'chain-broken': 'cette écriture ne suit pas celle qui la précède sur le poste',
  'fork-accepted':
    'le poste a signé deux écritures sous ce numéro, et celle-ci n’est pas tenue pour la preuve',
  'fork-unproven': 'le poste est dit dédoublé, et rien ne le prouve',
  'order-against-chain': 'les écritures du poste sont dans un autre ordre que le sien',
  'base-not-a-prefix': 'l’auteur avait vu un autre journal que celui-ci',
  'lease-unknown': 'cette salle n’a jamais été ouverte',
  'lease-differs': 'l’export dit de cette salle autre chose que l’écriture qui l’a ouverte',
  'run-broken': 'le journal de la salle ne se tient pas',
  'run-not-vouched':
    'à partir de cette entrée, ni l’hôte de la salle ni un successeur ne répond de son journal',
  'run-parts': 'l’hôte de la salle a signé deux journaux différents',
  'room-order-differs': 'l’ordre n’est pas celui de la salle',
  'ordered-under-lease': 'décidé hors de la salle, qui en avait seule la charge',
  'author-not-owner': 'accepté, alors que le poste n’est pas à cette personne',
  'device-revoked': 'accepté, alors que le poste était révoqué avant cette écriture',
  'device-forked': 'accepté, alors que le poste s’était dédoublé',
  'not-revoked': 'refusé comme d’un poste révoqué, qui ne l’était pas',
  'no-right': 'accepté, sans mandat qui le permette',
  'not-the-writer': 'accepté d’une autre personne que celle à qui il revient de l’écrire',
  'own-recusal': 'accepté de la personne même que ce déport concerne',
  recused: 'accepté malgré un déport en vigueur',
  'not-recused': 'refusé pour un déport qui n’existe pas',
  'after-freeze': 'appliqué après la clôture qui l’avait figé',
  'not-frozen': 'dit hors délai, alors que rien n’était clos',
  'no-quorum': 'accepté sans quorum, ou avec plus de voix que de votants',
  'wrong-scope': 'rangé hors de la portée qui dit qui peut le lire',
}

const remarkWords: Readonly<Record<Remark['remark'], string>> = {
  'verdict-differs': 'la salle avait décidé autrement que le centre, dont le verdict demeure',
  'commit-lost': 'ordonné dans la salle, et jamais arrivé au centre par elle',
  'two-orders': 'l’hôte et son successeur ont deux fins différentes ; celle qui est revenue demeure',
  'lost-history': 'quelqu’un avait vu une partie du journal qu’une restauration a perdue',
  'chain-from-before': 'ce que ce poste a signé jusque-là est dans un autre journal',
  'revoked-meanwhile': 'accepté dans la salle, d’un poste révoqué entre-temps',
  'fork-proven': 'le poste a signé deux écritures sous un même numéro ; la seconde est gardée comme preuve',
}
