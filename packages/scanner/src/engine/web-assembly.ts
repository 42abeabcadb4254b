/** What of WebAssembly the engine uses; the types of Node leave it to those of browsers. */
type WebAssemblyApi = {
  readonly validate: (code: Uint8Array) => boolean
  readonly Module: new (code: Uint8Array) => Module
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => {
    readonly buffer: ArrayBuffer
  }
  readonly Instance: new (
    module: Module,
    imports: Readonly<Record<string, object>>,
  ) => { readonly exports: unknown }
}

/** A compiled module. */
export type Module = { readonly _: 'Module' }

export const { WebAssembly: webAssembly } = globalThis as unknown as {
  readonly WebAssembly: WebAssemblyApi
}
