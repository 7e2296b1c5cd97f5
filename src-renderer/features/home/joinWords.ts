export const joinWords = {
  choice: 'Rejoindre un comité',
  choiceWords: 'Avec une invitation du secrétariat : ce portable reçoit sa copie, selon vos droits.',
  title: 'Rejoindre un comité',
  step: (step: number) => `Étape ${step} sur 2`,
  lead: 'Le secrétariat vous a transmis une invitation. Elle dit à quel serveur votre portable s’adresse, et avec quels droits.',
  next: 'Continuer',
  invitationMissing: 'Collez l’invitation.',
  secretTitle: 'La phrase secrète de ce portable',
  secretWords:
    'Elle chiffre votre copie sur ce portable. Personne ne peut la retrouver à votre place : un code de secours vous sera donné ensuite.',
  join: 'Choisir l’emplacement et recevoir la copie',
  fileName: 'Comité.delibere',
  receivingTitle: 'La copie du comité arrive',
  receivingWords:
    'Vous pouvez l’interrompre, ou perdre le réseau : ce qui est reçu et vérifié est gardé, et la même invitation reprend où elle en était.',
  progress: 'Première copie',
  waiting: 'Le portable se présente au serveur…',
  parts: (done: string, total: string) => `${done} parties sur ${total}`,
  stop: 'Interrompre',
  stopped: 'La copie est interrompue. Ce qui est reçu est gardé.',
  again: 'Reprendre la copie',
} as const
