/** What is told of a log of its own. */
export const ownLog =
  'It is a log of its own, so that other programs find theirs as it was; redalert reads it as it stands.'

/** What is told of a changed zone. */
export const oldLogs =
  'For the logs that there are already, --zone says in which zone they were written.'
