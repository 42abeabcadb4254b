// @ts-check
const [columnWidth, lineHeight, margin] = [8.4, 18, 16]

/** @type {Readonly<Record<string, string>>} */
const styles = {
  '1;31': 'fill="#ff7b72" font-weight="bold"',
  1: 'fill="#f0f6fc" font-weight="bold"',
  2: 'fill="#9198a1"',
  33: 'fill="#d29922"',
  36: 'fill="#39c5cf"',
}

/**
 * A picture (SVG) of what a terminal shows.
 * @param {string} text with the colours that the table uses
 * @param {number} columns
 */
export function pictureOf(text, columns) {
  const lines = text.trimEnd().split('\n')
  const width = Math.ceil(columns * columnWidth) + 2 * margin
  const height = lines.length * lineHeight + 2 * margin
  const drawn = lines.map((line, index) => drawLine(line, margin + (index + 0.75) * lineHeight))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="redalert on a terminal">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="#d1d7e0" xml:space="preserve">
${drawn.filter(line => line !== '').join('\n')}
</g>
</svg>
`
}

/** @param {string} line @param {number} y */
function drawLine(line, y) {
  let column = 0
  let style = ''
  let drawn = ''
  // oxlint-disable-next-line no-control-regex -- our own colours
  for (const piece of line.split(/(\x1b\[[\d;]*m)/)) {
    if (piece.startsWith('\x1b')) {
      style = styles[piece.slice(2, -1)] ?? ''
    } else if (piece !== '') {
      const x = (margin + column * columnWidth).toFixed(1)
      const length = (Array.from(piece).length * columnWidth).toFixed(1)
      drawn += `<text x="${x}" y="${y}" textLength="${length}"${style && ` ${style}`}>${escaped(piece)}</text>`
      column += Array.from(piece).length
    }
  }
  return drawn
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
