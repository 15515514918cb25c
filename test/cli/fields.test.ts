import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../build/build.mjs'
import { repositoryFile } from '../helpers/repository-root'
import { blogWith, galley } from './galley'

beforeAll(() => build({ names: ['cli'] }))

const post = (more: string) => `---\ntitle: A\n${more}---\nText\n`

const blogFiles = {
  'posts/a.md': post('date: 2024-01-01\ntags: [ink, paper]\ndraft: no\n'),
  'posts/b.md': post('date: 2024-01-02\ntags: [ink]\ndraft: yes\n'),
  'posts/c.md': post('date: 2024-01-03\ntags: ink\ndraft: later\n'),
  'news/a.md': post('date: 2024-01-04\nimage: /a.png\n'),
}

describe('galley fields', () => {
  test('prints each folder’s form, and how many fields have room for every value', async () => {
    const { code, stdout, stderr } = await galley(['fields', await blogWith(blogFiles)])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const lines = stdout.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
    expect(lines).toContain('posts: 3 posts, yaml')
    expect(lines).toContain('news: 1 post, yaml')
    expect(lines).toContain('date date 100 % YYYY-MM-DD')
    expect(lines).toContain('tags list, one or list 100 % flow, plain ink (3), paper (1)')
    expect(lines).toContain('image image 100 % plain')
    expect(lines.at(-2)).toBe(
      'The form has room for every value of 7 of 7 fields (100 %), 15 of 15 values (100 %).',
    )
  })

  test('names the values that do not fit', async () => {
    const posts = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `posts/p${index}.md`,
        post(`date: 2024-01-01\ndraft: ${index === 5 ? 'later' : 'no'}\n`),
      ]),
    )
    const { stdout } = await galley(['fields', await blogWith(posts)])
    expect(stdout).toContain('  draft: 1 of 30 values does not fit\n    posts/p5.md: "later"\n')
    expect(stdout).toContain('of 2 of 3 fields (66.6 %), 89 of 90 values (98.8 %).')
  })

  test('shows one folder alone, and refuses (1) one without posts', async () => {
    const blog = await blogWith(blogFiles)
    const { stdout } = await galley(['fields', blog, 'news/'])
    expect(stdout).toContain('news: 1 post, yaml')
    expect(stdout).not.toContain('posts: 3 posts')
    const refused = await galley(['fields', blog, 'nowhere'])
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('nowhere')
  })

  test('with --json prints the fields and the check', async () => {
    const { code, stdout } = await galley(['fields', '--json', await blogWith(blogFiles), 'news'])
    expect(code).toBe(0)
    const [collection] = JSON.parse(stdout)
    expect(collection).toMatchObject({ folder: 'news', label: 'News', postCount: 1, dialect: 'yaml' })
    expect(collection.fields[2]).toMatchObject({ key: 'image', kind: 'image', share: 1, isRare: false })
    expect(collection.checks[2]).toEqual({ key: 'image', valueCount: 1, exceptions: [] })
    expect(collection).not.toHaveProperty('halves')
  })

  test('with --check on a real blog has room for at least 97 % of what the other half of its posts has', async () => {
    const blog = repositoryFile('test/fixtures/blogs/engblog')
    const { code, stdout } = await galley(['fields', blog, '--check', '--json'])
    expect(code).toBe(0)
    const [{ checks, halves }] = JSON.parse(stdout)
    for (const counted of [checks, halves]) {
      expect(counted.length).toBeGreaterThan(4)
      const holding = counted.filter(({ exceptions }: { exceptions: unknown[] }) => exceptions.length === 0)
      expect(holding.length / counted.length).toBeGreaterThanOrEqual(0.97)
    }
    const words = await galley(['fields', blog, '--check'])
    expect(words.stdout).toMatch(/Learnt from half of the posts, .* in 8 of 8 fields \(100 %\)/)
  })

  test('lets no value repaint the terminal', async () => {
    const blog = await blogWith({ 'posts/a.md': post('date: 2024-01-01\ntags: ["\\e[31mred"]\n') })
    expect((await galley(['fields', blog])).stdout).not.toContain('\u001b')
  })
})
