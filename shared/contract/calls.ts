import { z } from 'zod'
import { flavourIds } from '../markdown/flavours/flavour'
import { Blog, BlogId, FolderListing, RecentBlog } from './blog'
import { PostCollection } from './field'
import { GitDiff, GitStatus, Identity } from './git'
import { MediaFile } from './media'
import { PageFrame } from './page-frame'
import { LineEdit, NewPostPlan, PostFile, PostList, RecoveredText, WrittenPost } from './post'
import { PostPath } from './post-path'
import { Preferences, PreferencesChange } from './preferences'
import { ServeRequest, SiteServer } from './serve-request'
import { SiteExtras } from './site-extras'
import { SiteForReaders } from './site-for-readers'
import { SiteChoice, SiteUnderstanding } from './site-understanding'
import { TemplateContext } from './template-context'

/** One row of the table: what goes in and what comes out, both checked at run time in the trusted process. */
export function call<Params extends z.ZodType, Result extends z.ZodType>(params: Params, result: Result) {
  return { params, result } as const
}

const nothing = z.object({})
const inBlog = z.object({ blog: BlogId })
const onPost = z.object({ blog: BlogId, path: PostPath })
const postText = z.string().max(64 * 1024 * 1024)

/**
 * Every call from the interface to the services, declared once. The services' interface, the router, the client and every host
 * follow from this table.
 */
export const calls = {
  /** What runs here. `canPickFolder`: the host has a native folder dialog; `canSaveFile`: and one for saving. */
  'app.describe': call(
    nothing,
    z.object({
      version: z.string(),
      platform: z.string(),
      canPickFolder: z.boolean(),
      canSaveFile: z.boolean(),
      homeFolder: z.string(),
    }),
  ),
  /** Opens a web or mail address outside. Only `https:`, `http:` and `mailto:`; anything else is `refused`. */
  'app.openExternal': call(z.object({ url: z.string().max(8192) }), nothing),

  /** Blogs opened before, newest first; those whose folder is gone say so. */
  'blogs.listRecent': call(nothing, z.array(RecentBlog)),
  /** Takes a folder off the recent list; the folder itself is not touched. */
  'blogs.forgetRecent': call(z.object({ folder: z.string().max(4096) }), nothing),
  /** The native dialog; null when the writer closed it. `unsupported` in a host without one. */
  'blogs.pickFolder': call(nothing, z.object({ folder: z.string().nullable() })),
  /** The folders inside `folder` (the home folder when it is left out), for hosts without a native dialog. */
  'blogs.browseFolder': call(z.object({ folder: z.string().max(4096).optional() }), FolderListing),
  /** Opens a folder as a blog; the same folder again gives the same blog. */
  'blogs.open': call(z.object({ folder: z.string().min(1).max(4096) }), Blog),
  /** Copies the sample blog into the user's data folder on first use, makes it a git repository, and opens it. */
  'blogs.openSample': call(nothing, Blog),
  /** Makes the blog's plain folder a git repository (`git init`), with nothing committed. */
  'blogs.initialiseGit': call(inBlog, Blog),
  /** Stops watching a blog. */
  'blogs.close': call(inBlog, nothing),

  /** All posts, newest first, and the other markup beside them. */
  'posts.list': call(inBlog, PostList),
  /** One post's whole text, and the version that a write must name. */
  'posts.read': call(onPost, PostFile),
  /**
   * Writes a post's whole text over the version it was read at. `conflict` when the disk has another; then nothing is written.
   * Text equal to what is on disk is not written at all. `edited` names the lines of the base text that the writer changed, in order: a
   * text that differs from the disk anywhere else is `refused`, and nothing is written.
   */
  'posts.write': call(
    onPost.extend({ text: postText, baseVersion: z.string().max(200), edited: z.array(LineEdit).optional() }),
    WrittenPost,
  ),
  /**
   * What a new post would be: named as the site's generator names it, filled as its template or its siblings are. Nothing is written.
   * `folder` is one of the blog's, null for the usual one; `slug` null for the title's.
   */
  'posts.planNew': call(
    inBlog.extend({
      title: z.string().trim().min(1).max(500),
      asDraft: z.boolean(),
      slug: z.string().trim().min(1).max(200).nullable(),
      folder: z.string().max(1000).nullable(),
    }),
    NewPostPlan,
  ),
  /** Puts a new post on the disk, with the folders that it needs. Never over another file: `conflict`. */
  'posts.create': call(onPost.extend({ text: postText }), nothing),
  /** The form's fields for a post's folder, learnt from all posts in it and from the blog's own configuration. */
  'posts.describeCollection': call(onPost, PostCollection),

  /** What was understood of the blog's site, and from which file and line. */
  'site.understand': call(inBlog, SiteUnderstanding),
  /**
   * Writes the writer's own answer into the blog's `.galley.yml`, which is made if it is not there; no other line of it changes. null takes
   * the answer out again. `invalid` when the answer is none, such as a time zone that there is not; lists are separated by commas.
   */
  'site.choose': call(
    inBlog.extend({ choice: SiteChoice, value: z.string().trim().min(1).max(1000).nullable() }),
    SiteUnderstanding,
  ),

  /**
   * The page of the site around a post, learnt from one that the generator has built: the post's own, or that of a post beside it.
   * `samplePage` is a page that the writer named. Nothing is run. `none` says why nothing could be learnt.
   */
  'site.readPageFrame': call(onPost.extend({ samplePage: z.string().max(4096).nullable() }), PageFrame),
  /** How the blog's site names itself to readers and prints its list of posts, from its configuration and a list that was built. */
  'site.describeToReaders': call(inBlog, SiteForReaders),
  /** What the blog's site does to posts of a flavour besides Markdown: colours of code, formulas, diagrams. Read from its files, which are not run. */
  'site.describeExtras': call(inBlog.extend({ flavour: z.enum(flavourIds) }), SiteExtras),
  /** What template tags in the blog's posts may refer to: configuration, includes, shortcodes, other pages. Read from its files, which are not run. */
  'site.readTemplateContext': call(inBlog, TemplateContext),

  /** The images of the blog, likeliest for this post first, each with the reference that the post would use. At most 2,000. */
  'media.list': call(onPost, z.object({ images: z.array(MediaFile), isCut: z.boolean() })),
  /**
   * Puts an image into the folder where the blog keeps the images of such posts, under a name that is free there; never over another
   * file. The same bytes under the same name are not written twice. Only images are taken, else `refused`.
   */
  'media.add': call(
    onPost.extend({ name: z.string().min(1).max(255), base64: z.base64().max(28 * 1024 * 1024) }),
    MediaFile,
  ),

  /** Keeps text that is not yet saved, so that a crash costs at most a second of typing. Lives outside the blog. */
  'recovery.keep': call(onPost.extend({ text: postText, baseVersion: z.string().max(200) }), nothing),
  /** Text kept for a post, null when there is none. */
  'recovery.read': call(onPost, z.object({ recovered: RecoveredText.nullable() })),
  /** Forgets the text kept for a post. */
  'recovery.discard': call(onPost, nothing),

  /** Branch, changed files and whether the folder can be committed to at all. */
  'git.readStatus': call(inBlog, GitStatus),
  /** One file at HEAD and in the working copy. */
  'git.readDiff': call(onPost, GitDiff),
  /** Commits exactly these paths as they are on disk; whatever else is staged stays staged. */
  'git.commit': call(
    z.object({
      blog: BlogId,
      paths: z.array(PostPath).min(1).max(1000),
      message: z
        .string()
        .max(100_000)
        .refine((text) => text.trim() !== '', 'a message that is not blank'),
    }),
    z.object({
      commit: z.string(),
      summary: z.string(),
      branch: z.string().nullable(),
    }),
  ),
  /** Writes the author's name and address into this repository's own git settings. */
  'git.setIdentity': call(inBlog.extend(Identity.shape), nothing),
  /** Trusts the repository's settings as they are now; asked again when they change. `fingerprint` is the status' own. */
  'git.trust': call(inBlog.extend({ fingerprint: z.string().max(200) }), nothing),

  /** The site's own server, and the commands that would start it. Runs nothing. */
  'siteServer.describe': call(inBlog, SiteServer),
  /**
   * Starts the site's own server: runs the blog's own code, and so needs the writer's word. `untrusted` when what was shown has changed
   * since, or when nothing is remembered. `remember`: the same command need not be asked about again. Comes back at once; how it goes
   * is told by events. Stops a server that runs for this blog already.
   */
  'siteServer.start': call(inBlog.extend({ request: ServeRequest, remember: z.boolean() }), nothing),
  /** Stops it and everything that it has started. */
  'siteServer.stop': call(inBlog, nothing),
  /** Forgets the word given for this blog. */
  'siteServer.forget': call(inBlog, nothing),
  /** The path of a post's page on the running server, null when none was found. `refused` when no server is ready. */
  'siteServer.findPage': call(onPost, z.object({ page: z.string().nullable() })),

  /**
   * Saves a page that is whole in itself where the writer says in the native dialog, as it is or as PDF; the file's name, null when the writer closed
   * the dialog. `unsupported` in a host without one.
   */
  'exports.save': call(
    z.object({
      kind: z.enum(['html', 'pdf']),
      suggestedName: z.string().min(1).max(255),
      html: z.string().max(256 * 1024 * 1024),
    }),
    z.object({ saved: z.string().nullable() }),
  ),

  'preferences.read': call(nothing, Preferences),
  /** Merges the named settings into the preferences and gives them all back. */
  'preferences.change': call(PreferencesChange, Preferences),
} as const

/** See `calls`. */
export type Calls = typeof calls
/** A call's name. */
export type CallName = keyof Calls
/** What a call takes, as the caller writes it. */
export type CallParams<Name extends CallName> = z.input<Calls[Name]['params']>
/** What a call's handler gets: the parameters after validation. */
export type CheckedParams<Name extends CallName> = z.output<Calls[Name]['params']>
/** What a call gives. */
export type CallResult<Name extends CallName> = z.output<Calls[Name]['result']>
/** The services' side of the contract: one handler for each call. */
export type Handlers = {
  readonly [Name in CallName]: (params: CheckedParams<Name>) => Promise<CallResult<Name>>
}
