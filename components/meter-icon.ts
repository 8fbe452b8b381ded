/** What is needed of a 2d canvas context; both kinds of canvas have it. */
export interface IconContext {
  fillStyle: string | CanvasGradient | CanvasPattern
  clearRect(x: number, y: number, width: number, height: number): void
  fillRect(x: number, y: number, width: number, height: number): void
}

const ON = '#12948f'
const OFF = '#a3acba'

/**
 * Draws the meter as a toolbar icon of `size` by `size` pixels: certain steps filled, perhaps-steps as outlines,
 * the others as stubs, so that it can be read without colour and on light and dark toolbars.
 */
export function drawMeterIcon(context: IconContext, size: number, low: number, high: number): void {
  const unit = size / 16
  context.clearRect(0, 0, size, size)
  for (let step = 1; step <= 4; step += 1) {
    const height = (step * 3 + 2) * unit
    const [x, y, width] = [((step - 1) * 4 + 0.5) * unit, size - height - unit, 3 * unit]
    if (step <= low) {
      context.fillStyle = ON
      context.fillRect(x, y, width, height)
    } else if (step <= high) {
      context.fillStyle = ON
      context.fillRect(x, y, width, height)
      context.clearRect(x + unit, y + unit, width - 2 * unit, height - 2 * unit)
    } else {
      context.fillStyle = OFF
      context.fillRect(x, size - 2 * unit - unit, width, 2 * unit)
    }
  }
}
