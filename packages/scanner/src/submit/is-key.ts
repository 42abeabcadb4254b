/** Whether a text can be a bearer key (RFC 6750). */
export function isKey(text: string): boolean {
  return /^[A-Za-z0-9._~+/-]{1,200}={0,2}$/.test(text)
}
