import { expect, test } from 'vitest'
import { ScrollLead } from '../../../renderer/place/scroll-lead'

test('the pane that was touched last leads, and the other one’s scrolling is an after-effect for a while', () => {
  let now = 0
  const lead = new ScrollLead(() => now)
  lead.touch('preview')
  now = 100
  expect(lead.mayLead('text')).toBe(false)
  expect(lead.mayLead('preview')).toBe(true)
  now = 499
  expect(lead.mayLead('text')).toBe(false)
  now = 501
  expect(lead.mayLead('text')).toBe(true)
  expect(lead.mayLead('preview')).toBe(false)
})
