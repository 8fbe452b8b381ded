import { factsOf } from '../../lib/assess'
import { leavesOpen } from '../../lib/evidence/open'
import { lookOneStepFurther } from '../../lib/sources/further'
import { lookAtHubModel } from '../../lib/sources/hub'
import { MODEL, serve } from '../fixtures/inspection/world'
import { type Section, section } from './report'
import { median } from './stats'

/** How much work a full inspection is, the network's time left out: every answer is there at once. */

const ROUNDS = 25

export async function benchInspect(): Promise<Section> {
  const { fetch } = globalThis
  const times: number[] = []
  const worked: number[] = []
  let requests = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked: string[] = []
    globalThis.fetch = async (input) => serve(asked)(input instanceof URL ? input : new URL(`${input}`))
    const started = performance.now()
    const before = process.cpuUsage()
    const looked = await lookAtHubModel(MODEL)
    let step = { snapshot: looked.snapshot, answered: looked.snapshot !== null }
    while (step.snapshot && step.answered && leavesOpen(factsOf(step.snapshot)))
      step = await lookOneStepFurther(step.snapshot)
    times.push(performance.now() - started)
    const { user, system } = process.cpuUsage(before)
    worked.push((user + system) / 1_000)
    requests = asked.length
  }
  globalThis.fetch = fetch
  return section(
    'inspect',
    'A full inspection, the network left out',
    ['One repository of 5,000 files, four data sets, two bases, a paper.'],
    [
      { what: 'requests', value: requests, unit: '' },
      { what: 'work', value: median(times), unit: 'ms', note: `median of ${ROUNDS}` },
      // Where others use the same machine, the clock tells their work as well; this is the process's own, collecting
      // garbage included.
      { what: 'work of the processor', value: median(worked), unit: 'ms', note: `median of ${ROUNDS}` },
      { what: 'work, the first time in a process', value: times[0] ?? 0, unit: 'ms' },
    ],
  )
}
