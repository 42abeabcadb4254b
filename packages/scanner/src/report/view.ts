import type { Paint } from './paint.ts'

/** How a text for people is shown: in so many columns, with or without colours. */
export type View = { readonly width: number; readonly paint: Paint }
