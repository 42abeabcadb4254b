import type { RetractionTexts } from './retraction-texts.ts'

/** German. */
export const deRetraction: RetractionTexts = {
  subject: machines =>
    machines === 1
      ? 'Wir nehmen zurück, was wir über eine Ihrer Maschinen schrieben'
      : 'Wir nehmen zurück, was wir über Ihre Maschinen schrieben',
  opening: machines =>
    machines === 1
      ? 'Wir nehmen zurück, was wir Ihnen über die folgende Maschine schrieben. Es beruhte auf Meldungen, denen wir nicht mehr trauen, und was davon bleibt, zeigt nicht, dass sie befallen ist.'
      : 'Wir nehmen zurück, was wir Ihnen über die folgenden Maschinen schrieben. Es beruhte auf Meldungen, denen wir nicht mehr trauen, und was davon bleibt, zeigt nicht, dass sie befallen sind.',
  machine: (source, family, day) => `${source}: ${family}, wir schrieben am ${day}`,
  left: machines => `Und ${machines} weitere; bitte fragen Sie uns nach der Liste.`,
  nothing: machines =>
    machines === 1
      ? 'Auf unser Wort hin brauchen Sie nichts zu unternehmen. Die Mühe tut uns leid. Andere Maschinen, von denen wir Ihnen schrieben, sind nicht gemeint.'
      : 'Auf unser Wort hin brauchen Sie nichts zu unternehmen. Die Mühe tut uns leid. Andere Maschinen, von denen wir Ihnen schrieben, sind nicht gemeint.',
}
