import type { RetractionTexts } from './retraction-texts.ts'

/** English. */
export const enRetraction: RetractionTexts = {
  subject: machines =>
    machines === 1
      ? 'We take back what we wrote about a machine of yours'
      : 'We take back what we wrote about machines of yours',
  opening: machines =>
    machines === 1
      ? 'We take back what we wrote to you about the machine below. It rested on reports that we do not trust any more, and what is left of them does not show that it is infected.'
      : 'We take back what we wrote to you about the machines below. It rested on reports that we do not trust any more, and what is left of them does not show that they are infected.',
  machine: (source, family, day) => `${source}: ${family}, we wrote on ${day}`,
  left: machines => `And ${machines} more; please ask us for the list.`,
  nothing: machines =>
    machines === 1
      ? 'You need not do anything about it on our word. We are sorry for the trouble. Other machines of which we wrote to you are not meant.'
      : 'You need not do anything about them on our word. We are sorry for the trouble. Other machines of which we wrote to you are not meant.',
}
