/** Whether a mail says that MAILER-DAEMON or the postmaster wrote it. */
export function isServerName(from: string): boolean {
  return /(?:^|[<" ])(?:mailer-?daemon|mail-daemon|postmaster|mail\.delivery\.system)(?:@|$)/i.test(
    from.slice(0, 1000),
  )
}
