import { firstDifference } from '../actions/difference-actions'
import { runAction } from '../actions/run-action'
import { useApp, useAppState } from '../shell/app-context'
import { differenceStrings } from '../strings/differences'
import { Button } from '../ui/button'

/** How many places of the post read otherwise than on GitHub; leads to the first. Nothing where there are none. */
export function DifferenceCount() {
  const app = useApp()
  const count = useAppState('differences', (state) => state.count)
  if (count === 0) return null
  return (
    <Button
      kind="bare"
      aria-label={differenceStrings.countLabel(count)}
      onPress={() => runAction(app, firstDifference)}
    >
      {differenceStrings.count(count)}
    </Button>
  )
}
