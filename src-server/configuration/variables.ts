/** Every variable of the server, with what it says. The guide and `help` list them from here. */
export const variables = {
  DATABASE_URL: 'Base PostgreSQL, « postgresql://… ». Absente : SQLite dans le dossier des données.',
  DELIBERE_SERVER_DATA: 'Dossier des données. Par défaut : .delibere-serveur dans le dossier personnel.',
  DELIBERE_SERVER_LISTEN:
    'Adresse et port d’écoute. Par défaut : 0.0.0.0:8787 (toutes les cartes réseau), 127.0.0.1:8787 derrière un relais.',
  DELIBERE_SERVER_ORIGIN: 'Adresse que les postes appellent, « https://delibere.exemple.fr ».',
  DELIBERE_SERVER_TLS_CERT:
    'Fichier du certificat TLS (PEM, chaîne comprise). Absent, et sans relais : le serveur fait le sien.',
  DELIBERE_SERVER_TLS_KEY: 'Fichier de la clé du certificat TLS (PEM).',
  DELIBERE_SERVER_PROXIES: 'Adresses des relais placés devant, séparées par des virgules : eux portent TLS.',
  DELIBERE_SERVER_DATABASE_KEY_FILE: 'Fichier de 64 chiffres hexadécimaux : la base SQLite est chiffrée.',
  DELIBERE_SERVER_AUTHORITY_KEY_FILE: 'Clé de l’autorité (PEM, Ed25519). Obligatoire avec PostgreSQL.',
  DELIBERE_SERVER_ORGANISATION: 'Nom de l’organisation créée au premier démarrage.',
  DELIBERE_SERVER_OIDC_ISSUER: 'Adresse du fournisseur d’identité OpenID Connect.',
  DELIBERE_SERVER_OIDC_CLIENT_ID: 'Identifiant du serveur chez ce fournisseur.',
  DELIBERE_SERVER_OIDC_CLIENT_SECRET_FILE: 'Fichier du secret donné par ce fournisseur.',
  DELIBERE_SERVER_OIDC_ACR: 'Niveaux d’authentification admis, séparés par des virgules. Absent : tous.',
  DELIBERE_SERVER_S3_ENDPOINT:
    'Pièces jointes dans un stockage compatible S3, « https://s3.exemple.fr ». Absent : dans le dossier des données.',
  DELIBERE_SERVER_S3_BUCKET: 'Nom du compartiment S3.',
  DELIBERE_SERVER_S3_REGION: 'Région S3. Par défaut : us-east-1.',
  DELIBERE_SERVER_S3_ACCESS_KEY: 'Identifiant de la clé S3.',
  DELIBERE_SERVER_S3_SECRET_KEY_FILE: 'Fichier du secret de la clé S3.',
  DELIBERE_SERVER_METRICS_TOKEN: 'Jeton qui ouvre /metrics. Absent : /metrics n’existe pas.',
  DELIBERE_SERVER_REQUESTS_PER_MINUTE: 'Demandes par minute et par adresse. Par défaut : 1200.',
  DELIBERE_SERVER_ANONYMOUS_PER_MINUTE: 'Les mêmes, sans session (codes, défis). Par défaut : 60.',
  DELIBERE_SERVER_DEVICE_PER_MINUTE:
    'Demandes par minute et par poste, d’où qu’il appelle. Par défaut : 1200.',
  DELIBERE_SERVER_DEVICE_COMMITS_PER_MINUTE:
    'Actes par minute et par poste sur sa liaison ; au-delà, il attend son tour. Par défaut : 60000.',
  DELIBERE_SERVER_LOG: 'info, warn, error ou silent. Par défaut : info.',
} as const

export type Variable = keyof typeof variables
