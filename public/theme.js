// Before the first frame, which storage.local would answer too late for. Written by src/platform/show-theme.ts.
try {
  const name = localStorage.getItem('theme');
  if (name === 'light' || name === 'dark') document.documentElement.dataset.theme = name;
} catch {
  // Storage of pages may be refused: the choice then shows a frame later.
}
