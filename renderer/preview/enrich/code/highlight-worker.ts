import { languages } from './languages'
import { serveHighlighting } from './serve-highlighting'

serveHighlighting(languages)
