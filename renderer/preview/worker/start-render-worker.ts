/** Starts a worker that renders Markdown. Its script is a file of its own, loaded when it is first needed. */
export function startRenderWorker(): Worker {
  return new Worker(new URL('./render-worker.ts', import.meta.url), { type: 'module', name: 'markdown' })
}
