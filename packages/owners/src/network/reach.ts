import { type Address, contains, type Network, parseNetwork } from '@redalert/core'
import { specialPurpose } from '../never/special-purpose.ts'

/** Which addresses may be connected to at all. */
export type Reach = {
  /** `loopback` is for tests and exercises; a program that serves people refuses it. */
  readonly kind: 'public' | 'loopback'
  /** Why an address may not be connected to, or undefined when it may. */
  readonly refusal: (address: Address) => string | undefined
}

/** The public Internet, and nothing that is private, loopback, reserved or a wrapping of such. */
export const publicReach: Reach = {
  kind: 'public',
  refusal(address) {
    const found = specialPurpose.find(({ network }) => contains(network, address))
    return found && `${address} is ${found.reason}`
  },
}

const loopback = ['127.0.0.0/8', '::1/128'].map(text => parseNetwork(text) as Network)

/** This machine, and nothing else: no test and no exercise reaches further. */
export const loopbackReach: Reach = {
  kind: 'loopback',
  refusal: address =>
    loopback.some(network => contains(network, address))
      ? undefined
      : `${address} is not on this machine`,
}
