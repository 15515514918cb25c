/** What the preview adds to a site's own style sheets: its boxes in the place of what it does not show. */
export const sitePageStyle = `
.galley-long .galley-chunk { content-visibility: auto; contain-intrinsic-size: auto 2400px; }
[hidden] { display: none !important; }
.galley-notice { position: sticky; z-index: 2147483647; top: 12px; box-sizing: border-box; max-width: 640px; margin: 0 auto 16px; padding: 12px 16px; border: 1px solid #c9a227; border-radius: 4px; background: #fffdf5; color: #21242c; font: 14px / 1.45 system-ui, sans-serif; }
.galley-notice p { margin: 0 0 8px; }
.galley-stale { opacity: 0.55; }
.galley-box { display: inline-block; box-sizing: border-box; max-width: 100%; padding: 8px 12px; border: 1px dashed #8a8f98; border-radius: 4px; background: #f7f8fa; color: #555963; font: 13px / 1.45 system-ui, sans-serif; text-align: start; }
.galley-box-alternative { display: block; color: #6b717c; }
`
