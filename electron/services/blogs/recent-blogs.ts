import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { RecentBlog } from '#shared/contract/blog'
import { createJsonStore } from '../files/json-store'
import { systemCode } from '../files/system-failure'
import type { Ports } from '../ports'

/** The blogs opened before, kept in the user's data folder. */
export type RecentBlogs = {
  /** Newest first; `exists` is looked up anew. */
  list(): Promise<RecentBlog[]>
  add(blog: { readonly folder: string; readonly name: string }): Promise<void>
  forget(folder: string): Promise<void>
}

const maxBlogs = 30

const Stored = RecentBlog.omit({ exists: true })
type Stored = z.infer<typeof Stored>

/** The list in `recent-blogs.json`. A damaged list begins anew, a damaged row is left out. */
export function createRecentBlogs({
  userDataFolder,
  now,
  log,
}: Pick<Ports, 'userDataFolder' | 'now' | 'log'>): RecentBlogs {
  const store = createJsonStore(join(userDataFolder, 'recent-blogs.json'), repair, log)
  return {
    async list() {
      const blogs = await store.read()
      return Promise.all(blogs.map(async (blog) => ({ ...blog, exists: await isFolder(blog.folder) })))
    },
    async add({ folder, name }) {
      const added: Stored = { folder, name, openedAt: now().toISOString() }
      await store.change((blogs) => [added, ...without(blogs, folder)].slice(0, maxBlogs))
    },
    async forget(folder) {
      await store.change((blogs) => without(blogs, folder))
    },
  }
}

function without(blogs: readonly Stored[], folder: string): Stored[] {
  return blogs.filter((blog) => blog.folder !== folder)
}

function repair(stored: unknown): Stored[] {
  const rows = z.array(z.unknown()).safeParse(stored)
  if (!rows.success) return []
  return rows.data
    .map((row) => Stored.safeParse(row))
    .filter((row) => row.success)
    .map((row) => row.data)
    .slice(0, maxBlogs)
}

async function isFolder(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory()
  } catch (error) {
    if (systemCode(error) !== null) return false
    throw error
  }
}
