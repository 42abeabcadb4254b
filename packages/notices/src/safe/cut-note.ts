/** What stands where something was cut off. */
export function cutNote(letters: number): string {
  return ` [... ${letters} more characters]`
}
