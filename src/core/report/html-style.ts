/** Light and dark by the reader's own setting, ink on white when printed. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --page: #fff; --box: #f6f8fa;
  --critical: #8250df; --high: #cf222e; --medium: #9a6700; --low: #0969da; --info: #59636e; --good: #1a7f37; }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --page: #0d1117;
  --box: #151b23; --critical: #ab7df8; --high: #f85149; --medium: #d29922; --low: #4493f8; --info: #9198a1; --good: #3fb950; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem; font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; } h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
h4 { font-size: .95rem; margin: 0 0 .25rem; } header p, small { color: var(--soft); } p { margin: .35rem 0; }
a { color: var(--low); } code, pre { font: 12px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { margin: .2rem 0; white-space: pre-wrap; color: var(--soft); }
.grade { display: inline-block; min-width: 2.4em; padding: .1em .4em; border-radius: 6px; text-align: center; color: #fff; background: #57606a; }
.grade-a { background: #1a7f37; } .grade-b { background: #4d7c0f; } .grade-c { background: #9a6700; } .grade-d { background: #bc4c00; } .grade-f { background: #cf222e; }
.coverage { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: .25rem 1rem; padding: 0; margin: .5rem 0; list-style: none; }
.coverage .observed, .coverage .passed { color: var(--good); } .coverage .failed { color: var(--high); } .coverage .not-observed { color: var(--soft); }
.finding, .session { margin: .75rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--tone, var(--line)); border-radius: 6px; background: var(--box); break-inside: avoid; }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); } .info { --tone: var(--info); }
.severity { color: var(--tone); text-transform: uppercase; font-size: .8em; letter-spacing: .03em; } .rule { color: var(--soft); font-weight: 400; }
.finding ul { margin: .35rem 0; padding-left: 1.2rem; } .references { font-size: .85em; }
.wide { overflow-x: auto; } table { border-collapse: collapse; margin: .5rem 0; font-size: 13px; }
th, td { padding: .2rem .6rem .2rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); } th { font-weight: 600; color: var(--soft); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
svg { display: block; width: 100%; height: auto; margin: .5rem 0; } svg text { font: 11px system-ui, sans-serif; fill: var(--ink); } svg .soft { fill: var(--soft); }
@media print { body { max-width: none; padding: 0; } .wide { overflow: visible; } a { color: inherit; } * { print-color-adjust: exact; } }
`;
