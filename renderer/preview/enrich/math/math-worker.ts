import { serveJobs } from '../worker-messages'
import type { MathAnswer, MathJob } from './math-style'
import { setFormula } from './set-formula'

serveJobs<MathJob, MathAnswer>(async (job) => () => setFormula(job))
