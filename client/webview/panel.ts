/** What runs in a panel. */
import { showOverview } from './overview.ts'

const root = document.getElementById('root')
if (root !== null && document.body.dataset['panel'] === 'overview') showOverview(root)
