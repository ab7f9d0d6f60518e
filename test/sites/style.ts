/** One sheet for both demo sites; `data-theme` on the root comes from the theme cookie, else the system decides. */
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d2129, #e4e6ea); --soft: light-dark(#5a6270, #a2a9b5);
  --ground: light-dark(#f6f7f9, #16181d); --card: light-dark(#fff, #1f2229); --line: light-dark(#dde1e7, #343943);
  --accent: light-dark(#1a56c4, #8ab4f8); --on-accent: light-dark(#fff, #10141c);
  --bad: light-dark(#a3231f, #f2b8b5); --good: light-dark(#1a6b37, #a3d9b1); }
[data-theme=light] { color-scheme: light; }
[data-theme=dark] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header { display: flex; gap: 16px; align-items: center; flex-wrap: wrap; padding: 12px 24px; background: var(--card);
  border-bottom: 1px solid var(--line); }
header strong { font-size: 18px; margin-right: auto; }
header form { margin: 0; }
.shell { display: grid; grid-template-columns: minmax(220px, 300px) minmax(0, 1fr); gap: 24px; padding: 24px;
  max-width: 1100px; margin: 0 auto; }
@media (max-width: 720px) { .shell { grid-template-columns: minmax(0, 1fr); } }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { padding: 6px 0; border-bottom: 1px solid var(--line); }
nav small { display: block; color: var(--soft); }
main { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 8px 24px 24px; }
a { color: var(--accent); }
a[aria-current] { font-weight: 600; text-decoration: none; }
label { display: block; margin: 12px 0 4px; }
input[type=text], input[type=password], input[type=email] { width: 100%; max-width: 320px; padding: 8px; font: inherit;
  color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 6px; }
button { font: inherit; padding: 8px 14px; border: 0; border-radius: 6px; background: var(--accent);
  color: var(--on-accent); cursor: pointer; }
main button { margin-top: 12px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.error { color: var(--bad); font-weight: 600; }
.done { color: var(--good); font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
code { font: 12px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
iframe { width: 100%; height: 140px; border: 1px dashed var(--line); border-radius: 6px; }
`;
