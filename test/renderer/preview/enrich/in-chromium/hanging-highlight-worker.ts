import { languages } from '../../../../../renderer/preview/enrich/code/languages'
import { serveHighlighting } from '../../../../../renderer/preview/enrich/code/serve-highlighting'

const { javascript, xml, css } = languages

/** Some of the product's languages, and one whose grammar takes longer than anybody waits. */
serveHighlighting({
  ...(javascript && xml && css && { javascript, xml, css }),
  hanging: {
    aliases: '',
    needs: [],
    load: async () => ({
      default: () => ({ name: 'hanging', contains: [{ scope: 'string', begin: /(?:a|a?)+b/ }] }),
    }),
  },
})
