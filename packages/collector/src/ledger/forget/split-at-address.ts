/** The pieces of a text around each place where it names an address, and not a longer one that holds it. */
export function splitAtAddress(text: string, address: string): readonly string[] {
  const pieces: string[] = []
  let from = 0
  for (let at = text.indexOf(address); at >= 0; at = text.indexOf(address, at + 1)) {
    const end = at + address.length
    if (at < from || isMore(text[at - 1]) || goesOn(text[end], text[end + 1])) continue
    pieces.push(text.slice(from, at))
    from = end
  }
  return [...pieces, text.slice(from)]
}

function isMore(letter: string | undefined): boolean {
  return letter !== undefined && /[0-9A-Za-z]/.test(letter)
}

/** A dot or colon goes on with an address, but not the one that ends a sentence. */
function goesOn(letter: string | undefined, next: string | undefined): boolean {
  return isMore(letter) || ((letter === '.' || letter === ':') && isMore(next))
}
