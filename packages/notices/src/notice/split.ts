import type { Notice } from './notice.ts'

/** The notices that are mailed one by one: in the form `xarf` one for each machine, in every other the notice itself. */
export function split(notice: Notice): readonly Notice[] {
  if (notice.recipient.form !== 'xarf') return [notice]
  return notice.hosts.map(host => ({ ...notice, hosts: [host] }))
}
