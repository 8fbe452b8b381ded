import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { showLists } from '../lib/page/lists/run'

/** Put into a page when it shows the first card of a list. */
export default defineUnlistedScript(showLists)
