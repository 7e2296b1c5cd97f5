export const words = {
  lead: 'Un écart est noté quand deux postes ne disent pas la même chose de ce qui a été accepté : une salle et le serveur, ou un serveur remis dans un état plus ancien. Ce qui fait foi est affiché ; l’écart reste pour mémoire.',
  emptyTitle: 'Aucun écart',
  empty:
    'Tous les postes ont dit la même chose. Si une salle et le serveur jugeaient un jour différemment, vous le liriez ici.',
  unseen: 'À examiner',
  seen: 'Examiné',
  markSeen: 'J’ai examiné',
  markSeenLabel: (sentence: string) => `J’ai examiné : ${sentence}`,
  proofTitle: 'Le journal signé du comité',
  proof:
    'Il contient chaque changement, sa signature et son rang. Quiconque peut le contrôler sans nous faire confiance, avec la commande « delibere audit » : elle répond « conforme », ou nomme chaque défaut.',
  proofWarning:
    'Il n’est pas chiffré et contient ce que ce portable peut lire : gardez-le comme le fichier lui-même.',
  export: 'Exporter le journal signé',
  fileName: 'Journal du comité.delibere-journal',
  exported: (name: string) => `Le journal entier est écrit dans « ${name} ».`,
  exportedPart: (name: string) =>
    `Ce que ce portable tient du journal est écrit dans « ${name} » : pas ce qui précède son arrivée, ni ce qu’il ne peut pas lire. Pour le journal entier, demandez-le à l’administrateur du serveur, ou exportez-le sur le portable qui a mis le fichier sur le serveur.`,
} as const
