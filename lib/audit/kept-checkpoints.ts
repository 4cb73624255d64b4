// Checkpoints that somebody kept, in whatever they were kept in: a mail, a file, a printed report that was typed off.

/** A checkpoint among other text: origin, size, root, an empty line, and signature lines. */
const NOTE = /^[^\s]+\n\d{1,16}\n[A-Za-z0-9+/]{43}=\n\n(?:— \S+ \S+\n)+/gmu;

/** The notes in a text, each as it was signed. Quoted and indented lines and those of Windows are read as well. */
export function notesIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^[\s>]+/, "").trimEnd());
  return `${lines.join("\n")}\n`.match(NOTE) ?? [];
}
