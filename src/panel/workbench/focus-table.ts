/** To the table on show: whatever had the focus goes away, and the keys go on from there. */
export function focusTable(): void {
  document.querySelector<HTMLElement>('[role="grid"]')?.focus();
}
