/** Whether an address is one of ours, by its whole local part: `redalert+x`, `xredalert` and `redalert%x` are not. */
export function isRecipient(
  address: string,
  {
    localParts,
    domains,
  }: { readonly localParts: readonly string[]; readonly domains: readonly string[] },
): boolean {
  const at = address.lastIndexOf('@')
  if (at <= 0) return false
  const local = address.slice(0, at).toLowerCase()
  const domain = address.slice(at + 1).toLowerCase()
  return localParts.includes(local) && (domains.length === 0 || domains.includes(domain))
}
