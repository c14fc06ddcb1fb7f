/** What runs in a panel. */
import { showDetail } from './detail.ts'
import { showOverview } from './overview.ts'

const root = document.getElementById('root')
if (root !== null && document.body.dataset['panel'] === 'overview') showOverview(root)
if (root !== null && document.body.dataset['panel'] === 'initiative') showDetail(root)
