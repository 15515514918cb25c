/** The writer's own choices of programs and identity, which git goes on to see. */
const kept =
  /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)|AUTHOR_\w+|COMMITTER_\w+|SSH|SSH_COMMAND|SSH_VARIANT|ASKPASS|EXEC_PATH|TEMPLATE_DIR|SSL_\w+|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/

/**
 * The environment that git runs in: this process's own, without the variables that would lead git to another repository, index or
 * configuration (as in a hook or an alias that started us), without translations, and without any prompt.
 */
export function gitEnvironment(writes: boolean, source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const inherited = Object.entries(source).filter(([name]) => !/^GIT_/i.test(name) || kept.test(name))
  return {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_EDITOR: ':',
    GIT_LFS_SKIP_SMUDGE: '1',
    // A reader that writes the index back would take its lock away from the writer's own git.
    ...(writes ? {} : { GIT_OPTIONAL_LOCKS: '0' }),
  }
}
