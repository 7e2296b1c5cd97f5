import type { InstanceType } from '#shared/domain/committee/committee.ts'

export const words = {
  title: 'Délibéré',
  lead: 'Des candidatures au procès-verbal signé, sur ce poste, sans réseau.',
  example: 'Ouvrir l’exemple',
  exampleWords: 'Un comité inventé, des dossiers, une séance tenue : pour essayer sans rien risquer.',
  create: 'Créer un fichier',
  createWords: 'Un fichier chiffré par comité : ses appels, ses dossiers, ses notes, ses séances.',
  open: 'Ouvrir un fichier',
  openWords: 'Sur ce poste, sur une clé, ou reçu d’un collègue.',
  recent: 'Ouverts récemment',
  back: 'Revenir',
  next: 'Continuer',
  // unlock
  unlockTitle: (name: string) => `Ouvrir « ${name} »`,
  passphrase: 'Phrase secrète',
  recoveryCode: 'Code de secours',
  recoveryWords: 'Le code imprimé à la création du fichier. Les tirets et les majuscules ne comptent pas.',
  secretKind: 'Ouvrir avec',
  remember: 'Retenir sur ce poste',
  rememberWords:
    'Ce fichier s’ouvrira sans phrase secrète dans votre session de l’ordinateur. À éviter sur un poste partagé.',
  unlock: 'Ouvrir le fichier',
  quickUnlock: 'Ouvrir sans phrase secrète',
  unlocking: 'Ouverture en cours…',
  // create
  committeeTitle: 'Le comité',
  committeeStep: 'Étape 1 sur 2',
  committeeName: 'Nom du comité',
  committeeNameWords: 'Tel qu’il figurera en tête des procès-verbaux.',
  instanceType: 'Nature de l’instance',
  authority: 'Autorité qui décide après l’avis',
  authorityWords: 'Par exemple « le conseil municipal », « le préfet du Morbihan ».',
  place: 'Lieu habituel des séances',
  placeWords: 'Facultatif.',
  nameMissing: 'Donnez un nom au comité.',
  secretTitle: 'La phrase secrète',
  secretStep: 'Étape 2 sur 2',
  secretWords:
    'Elle chiffre tout le fichier. Personne ne peut la retrouver à votre place : un code de secours vous sera donné ensuite.',
  again: 'La même, une seconde fois',
  different: 'Les deux phrases ne sont pas les mêmes.',
  chooseAndCreate: 'Choisir l’emplacement et créer',
  creating: 'Création du fichier chiffré…',
  fileName: (committee: string) => `${committee}.delibere`,
  // recovery
  recoveryTitle: 'Votre code de secours',
  recoveryShown:
    'Il ouvre le fichier si la phrase secrète est oubliée. Il ne sera plus jamais affiché : imprimez-le ou recopiez-le, et rangez-le loin de ce poste.',
  recoveryFor: (committee: string) => `Fichier du comité « ${committee} »`,
  recoverySheet: 'Code de secours Délibéré',
  recoverySheetWords:
    'À garder sous clé. Ce code ouvre le fichier sans la phrase secrète. Dans Délibéré : « Ouvrir un fichier », puis « Code de secours ».',
  print: 'Imprimer',
  noted: 'J’ai noté ce code',
  // example
  exampleTitle: 'L’exemple est prêt',
  exampleShown: 'C’est un vrai fichier chiffré, que vous pouvez modifier et supprimer. Sa phrase secrète :',
  enterExample: 'Entrer dans l’exemple',
  preparing: 'Préparation de l’exemple…',
} as const

export const instanceTypeLabels: Readonly<Record<InstanceType, { label: string; words: string }>> = {
  organe_deliberant: {
    label: 'Organe délibérant',
    words: 'Conseil municipal, communautaire, départemental, régional : il décide.',
  },
  commission_interne: {
    label: 'Commission interne',
    words: 'Commission d’un conseil (finances, vie associative…) : elle donne un avis.',
  },
  commission_consultative_etat: {
    label: 'Commission consultative de l’État',
    words: 'Placée auprès du préfet, soumise au code des relations entre le public et l’administration.',
  },
  commission_detr: {
    label: 'Commission DETR',
    words: 'Commission d’élus consultée sur la dotation d’équipement des territoires ruraux.',
  },
  jury_ad_hoc: {
    label: 'Jury ou comité de sélection',
    words: 'Jury d’un appel à projets ; ses règles sont celles du règlement de l’appel.',
  },
}
