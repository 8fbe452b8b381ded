/** The four steps of openness. Filled: certain; hatched: perhaps; hollow: not reached. Shape carries it, colour only helps. */
export function Meter({
  low,
  high,
  size = 'small',
}: {
  low: number
  high: number
  size?: 'small' | 'large'
}) {
  return (
    <span class={`meter ${size}`} aria-hidden="true">
      {[1, 2, 3, 4].map((step) => (
        <i key={step} class={step <= low ? 'on' : step <= high ? 'may' : ''} />
      ))}
    </span>
  )
}
