import type { PostFate } from '../profile'

/** The fate of a file that no page is made of; what a generator knows better of one goes over it. */
export const noPage: PostFate = {
  isPost: false,
  published: false,
  reasons: ['not-a-post'],
  rule: null,
  title: null,
  dateISO: null,
  day: null,
  permalink: null,
  language: null,
  kind: 'file',
  volatile: [],
  problems: [],
}
