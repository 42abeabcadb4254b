import type { NoticedHost } from '../notice/host.ts'
import type { Notice } from '../notice/notice.ts'

const allowed = /^[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+-]*$/
const most = 20

/** The tags of a report: family, holes, and how far it may be passed on. One that XARF does not allow is left out. */
export function tagsOf({ family }: NoticedHost, { tlp }: Notice): readonly string[] {
  const holes = [family.hole.id, ...(family.hole.also ?? [])].filter(id => id.startsWith('CVE-'))
  const tags = [
    `malware:${family.id}`,
    ...holes.map(id => `cve:${id}`),
    ...(tlp ? [`tlp:${tlp}`] : []),
  ]
  return tags
    .map(tag => tag.toLowerCase())
    .filter(tag => allowed.test(tag))
    .slice(0, most)
}
