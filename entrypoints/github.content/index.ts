import { defineContentScript } from 'wxt/utils/define-content-script'
import { runOnPages } from '../../lib/page/run'
import { github } from '../../lib/sites/github'
import '../../lib/sites/github/layout.css'

export default defineContentScript({
  matches: ['https://github.com/*'],
  runAt: 'document_start',
  main: () => runOnPages(github),
})
