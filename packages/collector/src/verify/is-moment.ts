/** Whether a text of the right form is a moment that a calendar has: the 31st of February is none. */
export function isMoment(text: string): boolean {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds)) return false
  return new Date(milliseconds).toISOString().slice(0, 19) === text.slice(0, 19)
}
