const months: ReadonlyMap<string, number> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map(
    (name, index) => [name, index + 1],
  ),
)

/** The number of a month, 1 to 12, by the first three letters of its English name. */
export function readMonth(text: string): number | undefined {
  return months.get(text.toLowerCase())
}

/** The name of a month as logs write it, `Jul`. */
export function monthName(month: number): string {
  const [name = 'jan'] = [...months.keys()].slice(month - 1)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
