/** The generators whose tags are expanded, as people call them. */
export const generatorNames = { jekyll: 'Jekyll', eleventy: 'Eleventy', hugo: 'Hugo', hexo: 'Hexo' } as const

/** A generator with a template language in its posts. */
export type TemplateGenerator = keyof typeof generatorNames

/** What the boxes of template tags say. */
export const boxWords = {
  stops: (generator: TemplateGenerator, why: string) =>
    `${generatorNames[generator]} stops its build here: ${why}.`,
  ownTag: (generator: TemplateGenerator, name: string) =>
    `“${name}” is not a tag of ${generatorNames[generator]} itself; tags of this site are not run here.`,
  ownFilter: (name: string) => `The filter “${name}” of this site is not run here.`,
  component: (name: string) => `The component “${name}” is not run here.`,
  notRun: (name: string) => `The tag “${name}” is not run here.`,
  elsewhere: (address: string) => `From ${address}, which is not loaded here.`,
  missingTemplate: (name: string) => `The template “${name}” is not among this site’s own files.`,
  complexTemplate: (name: string) => `The template of “${name}” is not run here.`,
  unknownValue: 'Only a build of the site knows this value.',
  unknownCondition: 'Only a build of the site knows whether this is shown.',
  unknownLoop: 'Only a build of the site knows what is repeated here.',
  unknownAddress: 'Only a build of the site knows this address.',
  cutOff: 'The tags of this post make too much text to show; the rest is left out.',
} as const
