/**
 * Sentences of every meeting, in light markup, offered in the editor of what was said. Fields in braces are filled from the
 * point under way (`fillPhrase`). A committee adds its own (`Committee.phrases`).
 */
export const readyPhrases: readonly string[] = [
  '{rapporteur} présente « {projet} », porté par {demandeur}, pour une demande de {montant_demande}.',
  '{rapporteur} présente le dossier et propose un avis favorable.',
  '{rapporteur} présente le dossier et propose un avis favorable assorti de réserves.',
  '{rapporteur} présente le dossier et propose un avis défavorable.',
  'Aucune observation n’est formulée.',
  'Des précisions sont demandées sur le plan de financement ; elles sont apportées en séance.',
  'Des précisions sont demandées sur le calendrier de réalisation du projet.',
  'Plusieurs membres soulignent l’intérêt du projet pour le territoire.',
  'Plusieurs membres s’interrogent sur la capacité du porteur à mener le projet à son terme.',
  'Les membres regrettent que le projet ne s’appuie pas sur une solution déjà partagée.',
  'Les membres invitent le porteur à se rapprocher des collectivités qui mènent un projet comparable.',
  'Le montant demandé est jugé élevé au regard des dépenses présentées.',
  'Il est souhaité que les cofinancements soient confirmés par écrit.',
  'Il est proposé d’ajourner l’examen du dossier, dans l’attente des pièces manquantes.',
  'Le représentant du porteur, entendu, répond aux questions puis quitte la salle.',
  'Après échange, la présidence met la proposition aux voix.',
]
