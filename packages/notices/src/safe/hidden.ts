/**
 * Characters that a person does not see, or that change what is seen: controls, bidirectional overrides, zero-width
 * and otherwise ignorable ones, separators of lines, private use, halves of pairs.
 */
export const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
