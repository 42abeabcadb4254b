import type { AppealLanguage } from '../appeal-language.ts'

export const fr: AppealLanguage = {
  tag: 'fr',
  title: ({ names, from, until }) =>
    `Journaux de serveurs web recherchés, du ${from} au ${until} : ${names}`,
  text: ({
    names,
    collector,
    from,
    until,
    deadline,
    to,
  }) => `${collector} demande de l'aide à tous ceux qui exploitent un serveur web. Les machines infectées par ${names} frappent à toutes les portes, et votre journal du ${from} au ${until} (UTC) contient les adresses de celles qui ont frappé à la vôtre. À partir des journaux d'un grand nombre de personnes, nous trouvons à qui elles appartiennent et nous prévenons leurs propriétaires.

Ce qui sort de chez vous : uniquement les lignes qu'une telle machine a produites, et le nombre de lignes que vous avez lues par heure. Tout le reste de votre journal demeure chez vous. Votre programme le montre avant d'envoyer quoi que ce soit. Un journal qui ne contient rien aide aussi.

Répondez jusqu'au ${deadline}, à ${to.join(' ou ')}.`,
}
