const byMark: Readonly<Record<string, string>> = {
  'MAINT-JPNIC': 'jpnic',
  'IRT-JPNIC-JP': 'jpnic',
  'JNIC1-AP': 'jpnic',
  'MNT-KRNIC-AP': 'krnic',
  'IRT-KRNIC-KR': 'krnic',
  'MAINT-TW-TWNIC': 'twnic',
  'IRT-TWNIC-AP': 'twnic',
  'MNT-APJII-ID': 'idnic',
  'IRT-IDNIC-ID': 'idnic',
}

const bySource: Readonly<Record<string, string>> = {
  JPNIC: 'jpnic',
  KRNIC: 'krnic',
  TWNIC: 'twnic',
  IDNIC: 'idnic',
}

/**
 * The national registry that handed a range on, known by who maintains or answers for it in the regional one: it
 * knows the user, where the regional one names only the national one.
 */
export function nationalRegistry(handles: readonly string[], source = ''): string | undefined {
  const marks = handles.flatMap(handle => byMark[handle.toUpperCase()] ?? [])
  return bySource[source.toUpperCase()] ?? marks[0]
}
