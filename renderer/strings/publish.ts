/** Words of the publish panel. */
export const publishStrings = {
  title: (title: string) => `Publish “${title}”`,
  close: 'Close',
  readingDiff: 'Comparing with the last commit…',
  nothing: 'Nothing to commit: this post is as it was at the last commit.',
  willCommit: '1 file will be committed',
  newFile: 'new',
  lines: (added: number, removed: number) => `+${added} −${removed}`,
  othersStay: (count: number) =>
    count === 1 ? '1 other changed file stays as it is.' : `${count} other changed files stay as they are.`,
  changes: 'Changes',
  binary: 'This file is not text; its change cannot be shown.',
  message: 'Message',
  commit: 'Commit',
  committing: 'Committing…',
  identity: 'git does not know who you are yet. Commits carry a name and an address.',
  name: 'Your name',
  email: 'Your email address',
  keepIdentity: 'Use for this blog',
  untrusted: 'This repository has settings of its own that make git run programs. Nothing of it was run.',
  trust: 'Trust this repository',
  untrustedHelp:
    'Trust it if it is yours or comes from people you trust. You are asked again if the settings change.',
  gitMissing: 'git is not installed on this computer. You can write and save; install git to commit.',
  plainFolder: 'This folder is not a git repository yet.',
  bare: 'This is a bare repository, without a working copy. Clone it and open the clone.',
  detached: (commit: string) =>
    `You are on no branch (at ${commit}). A commit made here is easily lost from sight: switch to a branch first.`,
  inProgress: (what: string) =>
    `A ${what} is under way in this repository. Finish or abort it with git first.`,
} as const
