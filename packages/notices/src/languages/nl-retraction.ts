import type { RetractionTexts } from './retraction-texts.ts'

/** Dutch. */
export const nlRetraction: RetractionTexts = {
  subject: machines =>
    machines === 1
      ? 'Wij trekken in wat wij over een machine van u schreven'
      : 'Wij trekken in wat wij over machines van u schreven',
  opening: machines =>
    machines === 1
      ? 'Wij trekken in wat wij u over de machine hieronder schreven. Het berustte op meldingen die wij niet meer vertrouwen, en uit wat daarvan overblijft blijkt niet dat zij besmet is.'
      : 'Wij trekken in wat wij u over de machines hieronder schreven. Het berustte op meldingen die wij niet meer vertrouwen, en uit wat daarvan overblijft blijkt niet dat zij besmet zijn.',
  machine: (source, family, day) => `${source}: ${family}, wij schreven op ${day}`,
  left: machines => `En nog ${machines}; vraagt u ons gerust om de lijst.`,
  nothing: machines =>
    machines === 1
      ? 'Op ons woord hoeft u er niets aan te doen. Het spijt ons van de moeite. Andere machines waarover wij u schreven zijn niet bedoeld.'
      : 'Op ons woord hoeft u er niets aan te doen. Het spijt ons van de moeite. Andere machines waarover wij u schreven zijn niet bedoeld.',
}
