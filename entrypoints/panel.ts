import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { mountPanel } from '../lib/page/panel'

/** Injected into a model's page when its panel is first wanted. */
export default defineUnlistedScript(() => {
  globalThis.openmarkPanel = mountPanel
})
