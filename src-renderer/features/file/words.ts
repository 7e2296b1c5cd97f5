export const words = {
  title: 'Fichier',
  place: 'Emplacement',
  placeWords:
    'Tout le comité tient dans ce fichier chiffré. Copiez-le pour le sauvegarder : une copie s’ouvre avec la même phrase secrète.',
  name: 'Nom',
  path: 'Chemin',
  version: 'Version de Délibéré',
  check: 'Vérification',
  checkWords:
    'Relit chaque écriture, sa signature et son enchaînement, puis recompose le fichier à partir d’elles. Rien n’est modifié.',
  runCheck: 'Vérifier le fichier',
  checking: 'Vérification en cours…',
  passphrase: 'Phrase secrète',
  passphraseWords: 'Le code de secours imprimé à la création reste valable.',
  current: 'Phrase actuelle',
  next: 'Nouvelle phrase',
  again: 'La même, une seconde fois',
  different: 'Les deux phrases ne sont pas les mêmes.',
  change: 'Changer la phrase secrète',
  changed:
    'La phrase secrète est changée. L’ancienne n’ouvre plus ce fichier ; elle ouvre encore les copies faites avant.',
  quickUnlock: 'Ouverture sans phrase secrète',
  quickUnlockOn: 'Ce poste retient de quoi ouvrir ce fichier dans votre session de l’ordinateur.',
  quickUnlockOff:
    'Ce poste ne retient rien. Pour l’ouvrir sans phrase secrète la prochaine fois, verrouillez le fichier puis ouvrez-le en cochant « Retenir sur ce poste ».',
  quickUnlockNone:
    'Ce poste n’offre pas de coffre à clés : la phrase secrète sera demandée à chaque ouverture.',
  look: 'Affichage sur ce poste',
  theme: 'Fond',
  themeSystem: 'Comme le système',
  themeLight: 'Clair',
  themeDark: 'Sombre',
  density: 'Lignes des tableaux',
  compact: 'Serrées',
  normal: 'Normales',
  comfortable: 'Aérées',
} as const
