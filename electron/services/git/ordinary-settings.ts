/** One setting of a repository's own configuration. Section and name are in lower case, the part between them as written. */
export type Setting = {
  readonly key: string
  readonly value: string
  /** The file it stands in, as git names it. */
  readonly origin: string
}

// What ordinary clones have: nothing here names a program, a file to read or another place to work in.
const ordinaryKeys: readonly RegExp[] = [
  /^core\.(?:repositoryformatversion|filemode|bare|logallrefupdates|ignorecase|precomposeunicode|symlinks|autocrlf|eol|safecrlf)$/,
  /^core\.(?:longpaths|hidedotfiles|quotepath|untrackedcache|splitindex|preloadindex|fscache|commitgraph|multipackindex)$/,
  /^core\.(?:compression|loosecompression|bigfilethreshold|sharedrepository|trustctime|checkstat|whitespace|abbrev)$/,
  /^core\.(?:commentchar|sparsecheckout|sparsecheckoutcone|checkroundtripencoding)$/,
  /^extensions\.(?:worktreeconfig|objectformat|refstorage|noop|relativeworktrees)$/,
  /^index\.(?:version|sparse|threads|skiphash)$/,
  /^remote\..+\.(?:url|pushurl|fetch|push|mirror|prune|prunetags|tagopt|skipdefaultupdate|skipfetchall|followremotehead)$/,
  /^remote\..+\.gh-resolved$/,
  /^remote\.pushdefault$/,
  /^branch\./,
  /^(?:user|author|committer)\.(?:name|email|signingkey|useconfigonly)$/,
  /^(?:commit|tag|push)\.gpgsign$/,
  /^(?:alias|gui|color|column|advice|i18n|gitflow|gitg|tig)\./,
  /^lfs\.(?:repositoryformatversion|concurrenttransfers|fetchinclude|fetchexclude|.+\.(?:access|locksverify))$/,
  /^submodule\.(?:active|recurse|fetchjobs|.+\.(?:url|active|branch|ignore|path|shallow))$/,
  /^(?:init\.defaultbranch|pull\.(?:rebase|ff)|rebase\.(?:autostash|autosquash|updaterefs)|rerere\.enabled|rerere\.autoupdate)$/,
  /^push\.(?:default|autosetupremote|followtags|recursesubmodules)$/,
  /^fetch\.(?:prune|prunetags|recursesubmodules|parallel|writecommitgraph)$/,
  /^merge\.(?:ff|conflictstyle|renames|renamelimit)$/,
  /^diff\.(?:algorithm|renames|renamelimit|colormoved|mnemonicprefix)$/,
  /^status\.(?:showuntrackedfiles|branch|short|relativepaths)$/,
  /^(?:maintenance\.(?:auto|strategy)|gc\.(?:auto|autodetach|autopacklimit|pruneexpire|reflogexpire|worktreepruneexpire))$/,
]

// What `git lfs install --local` writes, word for word.
const ordinaryValues: ReadonlyMap<string, RegExp> = new Map([
  ['filter.lfs.clean', /^git-lfs clean -- %f$/],
  ['filter.lfs.smudge', /^git-lfs smudge(?: --skip)? -- %f$/],
  ['filter.lfs.process', /^git-lfs filter-process(?: --skip)?$/],
  ['filter.lfs.required', /^true$/],
  ['core.fsmonitor', /^(?:false|)$/],
  ['core.hookspath', /^$/],
])

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^core\.fsmonitor$/, 'Git would run this program whenever it looks for changes.'],
  [/^core\.hookspath$/, 'Git would run the programs in this folder, before a commit for example.'],
  [/^core\.(?:sshcommand|askpass|gitproxy)$|^credential\./, 'Git would run this program when it connects.'],
  [
    /^(?:core\.(?:editor|pager)|sequence\.editor|pager\..+)$/,
    'Git would run this program to show or edit text.',
  ],
  [/^filter\./, 'Git would run this program on files whenever it reads or writes them.'],
  [/^diff\./, 'Git would run this program to compare files.'],
  [/^merge\./, 'Git would run this program to merge files.'],
  [/^gpg\./, 'Git would run this program to sign a commit.'],
  [/^remote\..+\.url$/, 'This address makes git run a program.'],
  [
    /^remote\.|^extensions\.partialclone$/,
    'Git would fetch through this, or run this program, without being asked to.',
  ],
  [/^(?:url|http|https)\./, 'This changes where git connects to, or how.'],
  [/^include(?:if)?\./, 'More settings are read from this file, which a pull may change.'],
  [/^core\.worktree$/, 'Git would work on the files of another folder.'],
  [/^submodule\..+\.update$/, 'Git may run this as a command.'],
]

/**
 * Whether a setting is one that ordinary clones have and that makes git run nothing. `worksHere` tells whether a `core.worktree`
 * names the folder that the repository was found from, as in a submodule.
 */
export function isOrdinarySetting(
  { key, value }: Setting,
  worksHere: (worktree: string) => boolean,
): boolean {
  if (key === 'core.worktree') return worksHere(value)
  // `transport::address` runs git-remote-transport, `ext::` any command.
  if (/^remote\..+\.(?:url|pushurl)$/.test(key) && /^[a-z0-9+.-]*::/i.test(value)) return false
  return ordinaryValues.get(key)?.test(value) ?? ordinaryKeys.some((pattern) => pattern.test(key))
}

/** Why a setting that is not ordinary needs the writer's trust, as a sentence. */
export function whyNotOrdinary(key: string): string {
  const reason = reasons.find(([pattern]) => pattern.test(key))
  return reason?.[1] ?? 'Galley does not know this setting, so it cannot say that it is harmless.'
}
