export const words = {
  title: 'Salles qui ne sont pas revenues',
  lead: 'Leur portable n’a pas encore rendu au serveur ce qui s’y est écrit. Une salle où l’on siège y figure aussi : il n’y a rien à faire tant que son portable, ou celui qui a pris la suite, peut revenir.',
  unknownSession: 'Séance que ce portable ne connaît pas',
  session: (date: string, call: string) =>
    call === '' ? `Séance du ${date}` : `Séance du ${date} · ${call}`,
  heldBy: (hub: string) => `Tenue par ${hub}`,
  heldHere: 'Tenue par ce portable : c’est ici qu’elle se ferme.',
  seeRoom: 'Voir la salle',
  laptop: (person: string, laptop: string) => `${person} (${laptop})`,
  // give up
  giveUp: 'Son portable ne reviendra pas…',
  giveUpLabel: (room: string) => `Son portable ne reviendra pas… ${room}`,
  giveUpTitle: 'Le portable de la salle ne reviendra pas',
  giveUpWords: [
    'Ce qui s’est écrit dans cette salle sera reconstitué d’après ce que les autres portables en ont reçu. Ce que le portable perdu était seul à avoir manquera.',
    'Chaque portable qui y était dira au serveur ce qu’il en a reçu, de lui-même, à son prochain contact. Rien n’est effacé.',
    'Faites-le seulement si ce portable, ou un portable de secours, ne peut plus revenir.',
  ],
  reason: 'Pourquoi il ne reviendra pas',
  reasonHint: 'Gardé au journal, avec votre nom. Par exemple « volé à la sortie de la mairie ».',
  reasonMissing: 'Dites pourquoi ce portable ne reviendra pas.',
  giveUpAction: 'Ne plus l’attendre',
  givenUp: 'Le serveur n’attend plus ce portable.',
  // told
  nobodyTold: 'Ce portable n’est plus attendu. Aucun autre n’a encore dit ce qu’il a reçu de la salle.',
  told: (laptops: readonly string[]) =>
    `Ce portable n’est plus attendu. ${laptops.length > 1 ? 'Ont dit ce qu’ils ont' : 'A dit ce qu’il a'} reçu de la salle : ${laptops.join(', ')}.`,
  waitForAll:
    'Attendez que chaque portable présent dans la salle se soit connecté au serveur : ce qui arrive ensuite est jugé après tout le reste, et peut être refusé.',
  again: 'Voir qui l’a dit',
  // rebuild
  rebuild: 'Reconstituer la séance…',
  rebuildLabel: (room: string) => `Reconstituer la séance… ${room}`,
  rebuildTitle: 'Reconstituer la séance',
  rebuildAction: 'Reconstituer la séance',
  rebuildWords:
    'Le serveur reprend l’ordre le plus long que ces portables ont reçu, et juge de nouveau tout ce qui s’est écrit. Cela ne se défait pas.',
  rebuilt:
    'La séance est reconstituée. Relisez-la, puis voyez ce que les portables n’ont pas dit de la même façon dans « Écarts », et ce qui n’a pas pu être repris dans « À régulariser », sur le portable de chacun.',
  seeIncidents: 'Voir les écarts',
  seeRegularise: 'Voir ce qui est à régulariser',
} as const
