import type { Topic } from '../notice/topic.ts'

/** The different reasons for the machines of a topic. */
export function reasonsOf({ hosts }: Topic): readonly string[] {
  return [...new Set(hosts.map(({ reason }) => reason))]
}
