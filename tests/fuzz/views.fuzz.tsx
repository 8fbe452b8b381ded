// @vitest-environment happy-dom
import fc from 'fast-check'
import { render } from 'preact'
import * as z from 'zod/mini'
import { Badge } from '../../components/Badge'
import { Panel } from '../../components/Panel'
import { PopupView } from '../../components/popup/PopupView'
import { TextContext, type Texts } from '../../components/text'
import { factsSchema } from '../../lib/assessment-schema'
import { answersOf } from '../../lib/licenses/terms'
import { draw } from '../../lib/page/draw'
import { judgeBy } from '../../lib/page/judge-by'
import { DEFAULT_SETTINGS } from '../../lib/platform/settings-schema'
import { FACTS } from './lib/facts'
import { fuzz } from './lib/fuzz'
import { hostileString } from './lib/hostile'
import { checkInert } from './lib/inert'
import { mutatedJson } from './lib/mutate'

/** Badge, panel and popup, drawn with facts as hostile as the schema lets through. */

const texts: Texts = {
  t: (key, ...words) => [key, ...words].join(' '),
  maybe: (key) => key,
  number: (value) => String(value),
  region: (code) => code,
}

const none = () => {}
const root = document.createElement('div')
document.body.append(root)

fuzz('views', fc.tuple(mutatedJson(FACTS), hostileString, hostileString), ([input, name, revision]) => {
  // Beyond JSON there is nothing that a message could carry.
  const parsed = z.safeParse(factsSchema, JSON.parse(JSON.stringify(input) ?? 'null'))
  if (!parsed.success) return
  const facts = parsed.data
  const judged = judgeBy(DEFAULT_SETTINGS, facts)
  const { headline, license } = judged.assessment
  draw(
    root,
    <Badge
      texts={texts}
      headline={headline}
      license={license}
      rubric={name}
      policy="review"
      open={false}
      onClick={none}
      onWanted={none}
    />,
  )
  checkInert(root)
  root.replaceChildren()
  render(
    <TextContext.Provider value={texts}>
      <Panel
        facts={facts}
        {...judged}
        policy={null}
        following={false}
        pending={false}
        shownRevision={revision}
        onClose={none}
        onOptions={none}
        onLegend={none}
      />
    </TextContext.Provider>,
    root,
  )
  checkInert(root)
  render(null, root)
  const bases = facts.lineage.bases.map(({ id, license: declared }) => ({
    id,
    license: declared,
    answers: declared === null ? null : answersOf(declared),
  }))
  render(
    <PopupView
      texts={texts}
      welcomed
      check={{ facts, ...judged, pending: false, bases }}
      notice={null}
      repository={null}
      query={name}
      answered={null}
      question="commercial"
      policy={null}
      recent={[name, revision]}
      canOpenPanel
      onWelcomed={none}
      onQuery={none}
      onSubmit={none}
      onQuestion={none}
      onForget={none}
      onOpenPanel={none}
      onOptions={none}
      onCheckRepository={none}
      onRepositoryChoice={none}
    />,
    root,
  )
  checkInert(root)
  render(null, root)
})
