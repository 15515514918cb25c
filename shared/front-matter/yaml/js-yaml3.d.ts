/** js-yaml 3, which gray-matter and the generators on it still read front matter with. It ships no types. */
declare module 'js-yaml3' {
  const jsYaml3: {
    /** Throws a `YAMLException`. Evaluates nothing. */
    readonly safeLoad: (source: string) => unknown
  }
  export default jsYaml3
}
