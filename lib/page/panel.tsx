import { render } from 'preact'
import licenseCss from '../../components/license.css?inline'
import { Panel } from '../../components/Panel'
import css from '../../components/panel.css?inline'
import { TextContext } from '../../components/text'
import { texts } from '../platform/i18n'
import { policyOf } from '../platform/policy'
import { followBases, hasMoreToFollow } from './follow-bases'
import { judgeBy } from './judge-by'
import type { MountPanel } from './panel-slot'

/** Draws the panel into its layer and keeps it up to date. */
export const mountPanel: MountPanel = (layer, first) => {
  const style = document.createElement('style')
  style.textContent = css + licenseCss
  const root = document.createElement('div')
  root.className = 'root'
  layer.replaceChildren(style, root)
  let [state, asked, following] = [first, -1, false]
  const update: ReturnType<MountPanel>['update'] = ({ facts, settings, looks: _, ...rest }) => {
    render(
      <TextContext.Provider value={texts}>
        <Panel
          facts={facts}
          policy={policyOf(settings)}
          following={following}
          {...judgeBy(settings, facts)}
          {...rest}
        />
      </TextContext.Provider>,
      root,
    )
  }
  const end = new AbortController()
  const follow = async () => {
    if (following || asked === state.looks || !hasMoreToFollow(state.facts)) return
    asked = state.looks
    following = true
    update(state)
    await followBases(state.request, (facts) => state.onFacts(facts), end.signal)
    following = false
    if (end.signal.aborted) return
    update(state)
    // A look that came in meanwhile may have left something open.
    void follow()
  }
  const show: typeof update = (next) => {
    state = next
    update(next)
    void follow()
  }
  show(first)
  return {
    update: show,
    unmount() {
      end.abort()
      render(null, root)
      layer.replaceChildren()
    },
  }
}
