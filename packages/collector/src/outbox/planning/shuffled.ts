/** The same things in an order that chance decides, each order as likely as any other. */
export function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const order = [...items]
  for (let left = order.length; left > 1; left--) {
    const at = Math.floor(random() * left)
    const [one, other] = [order[at], order[left - 1]]
    if (one !== undefined && other !== undefined) [order[at], order[left - 1]] = [other, one]
  }
  return order
}
