import type { AppealLanguage } from '../appeal-language.ts'

export const nl: AppealLanguage = {
  tag: 'nl',
  title: ({ names, from, until }) =>
    `Gevraagd: logbestanden van webservers, ${from} tot en met ${until} (${names})`,
  text: ({
    names,
    collector,
    from,
    until,
    deadline,
    to,
  }) => `${collector} vraagt iedereen met een webserver om hulp. Machines die met ${names} besmet zijn kloppen op elke deur, en uw logbestand van ${from} tot en met ${until} (UTC) bevat de adressen van de machines die op de uwe klopten. Uit de logbestanden van velen vinden wij van wie ze zijn, en wij waarschuwen de eigenaren.

Wat uw huis verlaat: alleen de regels die zo'n machine veroorzaakte, en hoeveel regels u in elk uur gelezen hebt. Al het andere in uw logbestand blijft bij u. Uw programma toont het voordat het iets verstuurt. Ook een logbestand waarin niets staat helpt.

Antwoord uiterlijk ${deadline}, aan ${to.join(' of ')}.`,
}
