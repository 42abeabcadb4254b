/** Whether a text is the name of a case of ours. */
export function isCaseName(text: string): boolean {
  return /^RA-\d{4}-\d{6,9}$/.test(text)
}
