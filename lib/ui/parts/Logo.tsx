// The mark and the word: the route line at its shortest, round where it starts, square where it ends.

/** The logo; the link around it names it. */
export function Logo() {
  return (
    <span class="logo">
      <svg class="logo-mark" viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
        <path class="logo-start" d="M6 0h9v12H6A6 6 0 0 1 6 0Z" />
        <path class="logo-end" d="M15 0h10.5A2.5 2.5 0 0 1 28 2.5v7a2.5 2.5 0 0 1-2.5 2.5H15Z" />
      </svg>
      avanti
    </span>
  );
}
