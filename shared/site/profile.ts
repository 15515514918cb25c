import type { PostValues } from '../post/post-values'
import { generatorIds } from './detect-generator'

/** Whose rules a site follows: a generator that Galley knows, or what could be learnt from a site that was made by hand. */
export const profileIds = [...generatorIds, 'hand-rolled'] as const

/** One of `profileIds`. */
export type ProfileId = (typeof profileIds)[number]

/** What a site's rules are read from. Nothing in it is ever run. All paths are relative to the site's own folder. */
export type SiteInput = {
  /** Every file below the site's folder that is neither git's own nor a package's, sorted. */
  readonly paths: readonly string[]
  /** The texts of the files that the profile's `wantedTexts` named, by path; one that could not be read is absent. */
  readonly texts: ReadonlyMap<string, string>
  /** The machine's time zone, an IANA name: some generators print dates in it. */
  readonly machineZone: string
  /** What the writer answered where the site's configuration does not say (`site` in `.galley.yml`). */
  readonly choices: SiteChoices
}

/** The writer's own answers, each of which goes before what was found. Absent: as found. */
export type SiteChoices = {
  readonly generator?: ProfileId
  /** Folders of posts. */
  readonly postFolders?: readonly string[]
  /** A template of addresses with the tokens `:year :month :day :slug :title :folders`. */
  readonly permalink?: string
  /** An IANA name. */
  readonly timeZone?: string
  /** The key that says that a post is a draft. */
  readonly draftKey?: string
  /** Where new images go. */
  readonly imageFolder?: string
}

/** One text source of the site as its head told it. */
export type SourceFile = {
  /** Relative to the site's folder. */
  readonly path: string
  /** Keys as written; every scalar is the text of the file but plain `true`, `false` and null. null: no front matter, or unreadable. */
  readonly values: PostValues | null
  /** Keys at the top level whose value is a quoted text: to YAML a quoted date is no date, and `"false"` is not false. */
  readonly quoted: ReadonlySet<string>
  readonly hasFrontMatter: boolean
  /** The first heading of the body, null without one. */
  readonly heading: string | null
  /** When the file was last written, and made; milliseconds since 1970. Some generators fall back to them. */
  readonly modifiedAt: number
  readonly createdAt: number
}

/** Why a file is not published, as the corpus of real builds names it. */
export type HiddenReason = 'draft' | 'future' | 'expired' | 'excluded' | 'not-a-post'

/** What the generator makes of one source. Whatever cannot be known is null: nothing is guessed. */
export type PostFate = {
  /** The generator treats it as a post, perhaps only with a switch on. */
  readonly isPost: boolean
  /** Written by the site's usual build. null: it cannot be told. */
  readonly published: boolean | null
  /** Everything that keeps it back, the first the most telling; empty for what is published. */
  readonly reasons: readonly HiddenReason[]
  /** The rule behind the first reason, in words that fit after "No: ", such as "`draft: true`". null when published. */
  readonly rule: string | null
  readonly title: string | null
  /** The instant, UTC; null for none. */
  readonly dateISO: string | null
  /** The day that the page prints, `YYYY-MM-DD`. */
  readonly day: string | null
  /** Where it is, or will be, from the site's root with its base path on; not percent-encoded. null: no page, or unknown. */
  readonly permalink: string | null
  readonly language: string | null
  /** A folder of its own (`bundle`) or a single file. */
  readonly kind: 'bundle' | 'file'
  /** Fields that come from the time of the build or of the file; they are shown as "no date". */
  readonly volatile: readonly ('dateISO' | 'day' | 'permalink')[]
  /** What would stop the whole build or mislead the writer, in the writer's words: "Eleventy stops on this date". */
  readonly problems: readonly string[]
}

/** Where in the site's files something is said. Lines count from 1. */
export type SiteSource = { readonly file: string; readonly line: number | null }

/** One line of the Site page: what was understood, and from where. */
export type SiteAnswer = {
  readonly about:
    | 'generator'
    | 'folder'
    | 'posts'
    | 'drafts'
    | 'scheduled'
    | 'time-zone'
    | 'permalinks'
    | 'languages'
    | 'images'
    | 'new-posts'
  /** The answer in words, such as "`/:categories/:year/:month/:day/:title.html`, Jekyll's own". */
  readonly answer: string
  /** null: the generator's default, or inferred from the posts; `answer` says which. */
  readonly source: SiteSource | null
  /** `unknown` asks the writer one plain question; the answer goes to `.galley.yml`. */
  readonly certainty: 'stated' | 'default' | 'inferred' | 'chosen' | 'unknown'
  /** The key of `SiteChoices` that changes it, null where nothing can. */
  readonly choice: keyof SiteChoices | null
}

/** What is asked of a profile for a new post. */
export type NewPostRequest = {
  readonly title: string
  /** Where it goes, from the site's folder, such as `content/posts`; null for the site's usual place. */
  readonly folder: string | null
  readonly asDraft: boolean
  /** Now, milliseconds since 1970. */
  readonly now: number
  /** A language of a multilingual site, null for its own. */
  readonly language: string | null
  /** A slug that the writer typed, null to make it from the title. */
  readonly slug: string | null
  /** The posts that are there, for generators whose new posts are like their siblings; absent where only their paths are at hand. */
  readonly siblings?: readonly SourceFile[]
  /** Whether a path is taken already. */
  readonly isTaken: (path: string) => boolean
}

/** A post that is to be written. */
export type NewPost = { readonly path: string; readonly text: string }

/** A site as its generator reads it. All functions are pure and fast: they are called for every post. */
export type SiteProfile = {
  readonly id: ProfileId
  readonly answers: readonly SiteAnswer[]
  /** Trouble in the configuration, in the writer's words with file and line; the rest falls back to defaults and inference. */
  readonly problems: readonly { readonly message: string; readonly source: SiteSource }[]
  /**
   * Whether the profile needs to see this file's front matter to tell anything: all sources of posts, and what lies where posts lie.
   * Cheap: by path alone.
   */
  readonly reads: (path: string) => boolean
  /** What the build makes of all sources; `now` (milliseconds since 1970) is when it is built. One fate for each source, by path. */
  readonly judge: (sources: readonly SourceFile[], now: number) => ReadonlyMap<string, PostFate>
  /** The file-name part and slug that the generator's own tools make of a title. */
  readonly slugify: (title: string) => string
  readonly newPost: (request: NewPostRequest) => NewPost
  /** A date as it is safest written for this generator: right there, and never one that stops a build. */
  readonly writeDate: (instant: number) => string
}

/** How one generator's sites are understood; one file each in `profiles/`. */
export type ProfileMaker = {
  readonly id: ProfileId
  /** Which files' texts `understand` needs, of those that are there. Never posts, except where folders' own settings live in them (`_index.md`). */
  readonly wantedTexts: (paths: readonly string[]) => readonly string[]
  /** Never throws on what a repository holds: trouble goes into `problems`. */
  readonly understand: (input: SiteInput) => SiteProfile
}
