/** The words by which subjects name formats since 2001; a format without one is left to whoever reads it. */
const words: Readonly<Record<string, string>> = {
  clf: 'APACHE',
  'vhost-clf': 'APACHE',
  'error-log-apache': 'APACHE',
  'error-log-nginx': 'NGINX',
  'json-lines': 'JSON',
  'iis-native': 'IIS',
  httperr: 'IIS',
  w3c: 'W3C',
}

/** The subject of a mail with lines of a format: `APACHE`, and `IIS TZ +02:00` where the lines name no zone. */
export function subjectOf(format: string, minutesEast: number | null): string {
  const word = words[format] ?? 'AUTO'
  return minutesEast === null ? word : `${word} TZ ${offsetText(minutesEast)}`
}

function offsetText(minutesEast: number): string {
  const minutes = Math.abs(minutesEast)
  const clock = [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0'))
  return `${minutesEast < 0 ? '-' : '+'}${clock.join(':')}`
}
