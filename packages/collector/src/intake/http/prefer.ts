/** How long a client wants to wait for the whole answer, in milliseconds (RFC 7240): `respond-async` not at all, `wait=10` ten seconds. */
export function waitOf(
  prefer: string | undefined,
  { usual, most }: { readonly usual: number; readonly most: number },
): number {
  const wishes = (prefer ?? '')
    .slice(0, 200)
    .split(',')
    .map(wish => wish.trim().toLowerCase())
  if (wishes.includes('respond-async')) return 0
  const [, seconds] =
    /^wait=(\d{1,4})$/.exec(wishes.find(wish => wish.startsWith('wait=')) ?? '') ?? []
  return seconds === undefined ? usual : Math.min(Number(seconds) * 1000, most)
}
