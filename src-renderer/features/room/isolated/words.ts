export const words = {
  why: 'Beaucoup de Wi-Fi de mairies et d’hôtels empêchent les portables de se parler entre eux, par prudence. Voici trois façons de s’en passer, de la plus simple à la plus sûre.',
  safe: 'En attendant, chacun peut continuer d’écrire : tout est enregistré sur son portable.',
  hotspot: 'Partager la connexion du portable de la salle',
  hotspotWords:
    'Le portable qui tient la salle fait son propre Wi-Fi. Il n’a pas besoin d’internet pour cela. Les autres s’y connectent, puis entrent avec le code.',
  system: 'Système du portable de la salle',
  windows: 'Windows',
  mac: 'macOS',
  steps: {
    windows: [
      'Sur le portable de la salle, ouvrez Paramètres, puis « Réseau et Internet », puis « Point d’accès sans fil mobile ».',
      'Restez relié au Wi-Fi du bâtiment, ou branchez un câble vers une box : Windows demande une connexion à partager pour commencer, même sans internet.',
      'Activez « Point d’accès sans fil mobile ». Notez le nom du réseau et son mot de passe, affichés en dessous.',
      'Sur chaque autre portable, connectez-vous à ce réseau Wi-Fi.',
      'Revenez à « Salle » : l’adresse est devenue 192.168.137.1. Donnez-la avec le code.',
      'Si rien ne passe : Windows demande au premier essai s’il faut autoriser Délibéré sur les réseaux privés et publics. Répondez oui.',
    ],
    mac: [
      'Sur le portable de la salle, ouvrez Réglages Système, puis « Général », puis « Partage ».',
      'Cliquez sur le « i » de « Partage Internet ». Partagez depuis un câble Ethernet ou un iPhone branché, vers « Wi-Fi ».',
      'Dans « Options Wi-Fi », donnez un nom et un mot de passe au réseau, puis activez le partage.',
      'Sur chaque autre portable, connectez-vous à ce réseau Wi-Fi.',
      'Revenez à « Salle » : l’adresse est devenue 192.168.2.1. Donnez-la avec le code.',
      'Si rien ne passe : Réglages Système, « Réseau », « Coupe-feu », et autorisez Délibéré à recevoir des connexions.',
    ],
  },
  phone: 'À défaut, le partage de connexion d’un téléphone convient, s’il laisse ses appareils se voir.',
  cable: 'Relier par un câble réseau',
  cableSteps: [
    'Branchez les portables sur un même petit commutateur, ou deux portables directement l’un à l’autre.',
    'Attendez une minute : sans box, chacun se donne une adresse qui commence par 169.254.',
    'Donnez l’adresse affichée dans « Salle » avec le code.',
  ],
  key: 'Passer par une clé USB',
  keySteps: [
    'Sur le portable d’un membre : « Envoyer et recevoir », « Clé USB », exporter pour le portable de la salle.',
    'Sur le portable de la salle : importer depuis la clé. Puis exporter vers le membre, pour le retour.',
    'Ce sont les mêmes changements, soumis aux mêmes règles. Recommencer n’abîme rien.',
  ],
  goToKey: 'Ouvrir « Clé USB »',
  hereNow: 'Adresses de ce portable en ce moment',
} as const
