export const serverWords = {
  address: 'Invitation, ou adresse du serveur',
  addressHint: 'Collez l’invitation entière, telle qu’on vous l’a transmise. Elle commence par « https:// ».',
  look: 'Interroger ce serveur',
  looking: 'Le serveur est interrogé…',
  answers: (origin: string) => `Un serveur Délibéré répond à ${origin}.`,
  fingerprint:
    'Empreinte de ce serveur, à comparer avec celle que l’administrateur vous a donnée par téléphone ou sur papier :',
  other: 'Changer de serveur',
  invitation: 'Invitation',
  invitationHint: 'Elle ne sert qu’une fois. Collez-la entière, telle qu’on vous l’a transmise.',
} as const
