import { render } from 'preact'
import licenseCss from '../../components/license.css?inline'
import { Panel } from '../../components/Panel'
import css from '../../components/panel.css?inline'
import { TextContext } from '../../components/text'
import { texts } from '../platform/i18n'
import { policyOf } from '../platform/policy'
import { judgeBy } from './judge-by'
import type { MountPanel } from './panel-slot'

/** Draws the panel into its layer and keeps it up to date. */
export const mountPanel: MountPanel = (layer, first) => {
  const style = document.createElement('style')
  style.textContent = css + licenseCss
  const root = document.createElement('div')
  root.className = 'root'
  layer.replaceChildren(style, root)
  const update: ReturnType<MountPanel>['update'] = ({ facts, settings, ...rest }) => {
    render(
      <TextContext.Provider value={texts}>
        <Panel facts={facts} policy={policyOf(settings)} {...judgeBy(settings, facts)} {...rest} />
      </TextContext.Provider>,
      root,
    )
  }
  update(first)
  return {
    update,
    unmount() {
      render(null, root)
      layer.replaceChildren()
    },
  }
}
