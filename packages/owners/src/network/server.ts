/** A server that may be asked. */
export type Server = { readonly host: string; readonly port: number }
