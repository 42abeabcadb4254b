/**
 * How far a share of some is above what is usual, in standard deviations: the signed root of the deviance of a binomial
 * share, which holds for small numbers too. More than {@link most} count as so many: a difference so small that only
 * more would show it is one that honest views have.
 */
export function deviation(share: number, usual: number, of: number): number {
  const information = term(share, usual) + term(1 - share, 1 - usual)
  return Math.sign(share - usual) * Math.sqrt(2 * Math.min(of, most) * Math.max(0, information))
}

const most = 1000

function term(share: number, usual: number): number {
  return share === 0 ? 0 : share * Math.log(share / usual)
}
