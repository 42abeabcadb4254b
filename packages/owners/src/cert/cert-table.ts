import type { Mailbox } from '../model/mailbox.ts'

/** The team that cares for a country's networks. Nobody publishes a list that a machine may trust: the operator makes his own. */
export type CertTeam = {
  readonly mailbox: Mailbox
  readonly name: string
  readonly language?: string
  readonly format?: string
}

/** Teams by the two letters of their country. */
export type CertTable = ReadonlyMap<string, CertTeam>
