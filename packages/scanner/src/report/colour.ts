/** Whether to write in colours: as `--color` says, else on a terminal that nobody asked to do without (no-color.org). */
export function wantsColour(
  when: 'auto' | 'always' | 'never',
  isTerminal: boolean,
  environment: { readonly NO_COLOR?: string | undefined; readonly TERM?: string | undefined },
): boolean {
  if (when !== 'auto') return when === 'always'
  return isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb'
}
