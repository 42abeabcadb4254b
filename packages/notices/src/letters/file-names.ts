import type { MailAddress } from '../safe/mail-address.ts'

/** Names the files of letters after whom they are for, each name once, on file systems that forget case too. */
export function fileNames(): (to: MailAddress) => string {
  const taken = new Set<string>()
  return to => {
    const plain = to
      .toLowerCase()
      .replace(/[^a-z0-9.@_+-]/g, '_')
      .replace(/^[.-]/, '_')
    for (let count = 1; ; count++) {
      const name = count === 1 ? plain : `${plain}-${count}`
      if (taken.has(name)) continue
      taken.add(name)
      return `${name}.eml`
    }
  }
}
