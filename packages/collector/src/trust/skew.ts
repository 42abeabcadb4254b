/** How far a sensor's clock is from the others', as far as the sources tell that both saw. */
export type Skew =
  | { readonly kind: 'unknown'; readonly common: number }
  | { readonly kind: 'agrees'; readonly common: number }
  | {
      readonly kind: 'skewed'
      /** How far ahead of the others it is; below zero: behind. */
      readonly seconds: number
      /** It may be so much more or less. */
      readonly give: number
      readonly common: number
      /** How many of the common sources fit this skew. */
      readonly fitting: number
    }
