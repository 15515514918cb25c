import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { FailureError } from '#shared/contract/failure'
import { PostPath } from '#shared/contract/post-path'
import { siteFolders } from '#shared/site/detect-generator'
import type { FormSystem } from '#shared/site/forms/read-form-configurations'
import { resolveInBlog } from '../files/resolve-in-blog'
import { explained } from '../files/system-failure'

/** A file that configures forms. */
export type FormFile = { readonly system: FormSystem; readonly path: PostPath }

/** A folder that could not be looked into, and why. */
export type UnreadFolder = { readonly path: string; readonly message: string }

/** What `findFormFiles` found. */
export type FormFiles = { readonly files: readonly FormFile[]; readonly unread: readonly UnreadFolder[] }

/**
 * Where generators keep what they copy as it is, and `admin` with it: decapcms.org/docs/install-decap-cms, and `src` for sites that copy
 * from there.
 */
const staticFolders = [
  '',
  'static',
  'public',
  'src',
  'src/static',
  'source',
  'content',
  'input',
  'views',
  'assets',
  '.vuepress/public',
]

const decapNames = ['config.yml', 'config.yaml', 'config.json', 'config.toml']

/** In the order in which CloudCannon takes the first. */
const cloudCannonNames = ['json', 'yaml', 'yml', 'js', 'cjs'].map((ending) => `cloudcannon.config.${ending}`)

const maxSplitFiles = 200
const maxSplitDepth = 6

/** Finds the files of a blog that configure forms, of each system the first place where it looks. `root` is the blog's real path. */
export async function findFormFiles(root: string): Promise<FormFiles> {
  const unread: UnreadFolder[] = []
  const list = async (folder: string): Promise<readonly Dirent[]> => {
    try {
      return await listFolder(root, folder)
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      if (error.code !== 'not-found') unread.push({ path: folder, message: error.message })
      return []
    }
  }
  const names = new Set((await list('')).map(({ name }) => name))
  const first = (system: FormSystem, candidates: readonly string[]): FormFile[] => {
    const name = candidates.find((candidate) => names.has(candidate))
    return name === undefined ? [] : [fileAt(system, name)]
  }
  const files = [
    ...first('cloudcannon', cloudCannonNames),
    ...first('pages-cms', ['.pages.yml']),
    ...(await findDecap(list)),
    ...first('front-matter-cms', ['frontmatter.json']),
    ...(names.has('.frontmatter') ? await findFrontMatterCms(list) : []),
    ...first('galley', ['.galley.yml', '.galley.yaml']),
  ]
  return { files, unread }
}

type List = (folder: string) => Promise<readonly Dirent[]>

async function findDecap(list: List): Promise<readonly FormFile[]> {
  const folders = siteFolders.flatMap((site) => staticFolders.map((folder) => joined(site, folder, 'admin')))
  for (const folder of folders) {
    const names = new Set((await list(folder)).map(({ name }) => name))
    const name = decapNames.find((candidate) => names.has(candidate))
    if (name !== undefined) return [fileAt('decap', `${folder}/${name}`)]
  }
  return []
}

/** frontmatter.codes/docs/settings#splitting-your-settings-in-multiple-files */
async function findFrontMatterCms(list: List): Promise<readonly FormFile[]> {
  const files: FormFile[] = []
  const visit = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await list(folder)) {
      if (files.length >= maxSplitFiles) return
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (depth < maxSplitDepth) await visit(path, depth + 1)
      } else if (/\.json$/i.test(entry.name) && PostPath.safeParse(path).success) {
        files.push(fileAt('front-matter-cms', path))
      }
    }
  }
  await visit('.frontmatter/config', 0)
  const database = await list('.frontmatter/database')
  const terms = database.find(({ name }) => name === 'taxonomyDb.json')
  return terms === undefined
    ? files
    : [...files, fileAt('front-matter-cms', `.frontmatter/database/${terms.name}`)]
}

/** A folder's entries in the order of their names; of one behind a link only where it leads to a folder of the blog. */
async function listFolder(root: string, folder: string): Promise<readonly Dirent[]> {
  const what = folder === '' ? 'The blog’s folder' : folder
  const real = folder === '' ? root : await resolveInBlog(root, PostPath.parse(folder))
  const entries = await explained(what, () => readdir(real, { withFileTypes: true }))
  return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

function fileAt(system: FormSystem, path: string): FormFile {
  return { system, path: PostPath.parse(path) }
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/')
}
