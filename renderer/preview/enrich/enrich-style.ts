/** What formulas and diagrams need on whatever page the post stands, Galley's own or the site's. */
export const enrichStyle = `
.galley-math {
  display: contents;
}

.galley-formula-display {
  display: block;
}

.galley-formula-display .katex-display {
  margin: 0.8em 0;
  padding: 2px 0;
  overflow: auto hidden;
}

.galley-formula-wrong {
  color: #cc0000;
}

.galley-formula-unknown {
  text-decoration: underline dotted #8a6d00;
  text-underline-offset: 3px;
}

.galley-diagram {
  margin: 0 0 14px;
  overflow-x: auto;
}

.galley-diagram img {
  display: block;
  max-width: 100%;
  height: auto;
  margin: 0 auto;
}

.galley-diagram-old img {
  opacity: 0.45;
}

.galley-diagram > pre {
  margin: 8px 0 0;
}

.galley-diagram > .galley-diagram-message {
  padding: 10px 14px;
  border: 1px solid #e9cdd1;
  border-radius: 4px;
  background: #fdf6f6;
  color: #7c1d2e;
  font: 13px / 1.45 var(--font-ui, sans-serif);
}

.galley-diagram > img + .galley-diagram-message {
  margin-top: 8px;
}

.galley-diagram .galley-diagram-message pre {
  margin: 6px 0 0;
  padding: 0;
  overflow-x: auto;
  background: none;
  color: #4a2027;
  font:
    12px / 1.45 ui-monospace,
    "Cascadia Code",
    Menlo,
    Consolas,
    monospace;
}
`
