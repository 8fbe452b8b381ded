import { factsOf } from '../../lib/assess'
import { leavesOpen } from '../../lib/evidence/open'
import { lookOneStepFurther } from '../../lib/sources/further'
import { lookAtHubModel } from '../../lib/sources/hub'
import { MODEL, serve } from '../fixtures/inspection/world'

/** How much work a full inspection is, the network's time left out: every answer is there at once. */

const ROUNDS = 25

export async function benchInspect(): Promise<void> {
  const times: number[] = []
  let requests = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked: string[] = []
    globalThis.fetch = async (input) => serve(asked)(input instanceof URL ? input : new URL(`${input}`))
    const started = performance.now()
    const looked = await lookAtHubModel(MODEL)
    let step = { snapshot: looked.snapshot, answered: looked.snapshot !== null }
    while (step.snapshot && step.answered && leavesOpen(factsOf(step.snapshot)))
      step = await lookOneStepFurther(step.snapshot)
    times.push(performance.now() - started)
    requests = asked.length
  }
  const [first = 0] = times
  const sorted = [...times].sort((a, b) => a - b)
  console.log('one repository of 5,000 files, four data sets, two bases, a paper')
  console.log(`requests: ${requests}`)
  console.log(
    `work: ${(sorted[ROUNDS >> 1] ?? 0).toFixed(1)} ms (median of ${ROUNDS}), the first time ${first.toFixed(1)} ms`,
  )
}
