// Checkpoints that somebody kept, in whatever they were kept in: a mail as its program saved it, a file, a printed report that
// was typed off.

/** A checkpoint among other text: origin, size, root, an empty line, and signature lines. */
const NOTE = /^[^\s]+\n\d{1,16}\n[A-Za-z0-9+/]{43}=\n\n(?:— \S+ \S+\n)+/gmu;
/** Lines of base64 as mails have them, the last of which may be shorter. */
const BASE64_LINES = /^(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]*={0,2}$/gm;

/** The notes in a text, each as it was signed. Quoted and indented lines and those of Windows are read as well. */
export function notesIn(text: string): string[] {
  const found = [text, quotedPrintable(text), ...base64Parts(text)].flatMap((one) => {
    const lines = one.split(/\r?\n/).map((line) => line.replace(/^[\s>]+/, "").trimEnd());
    return `${lines.join("\n")}\n`.match(NOTE) ?? [];
  });
  return [...new Set(found)];
}

/** A text as a saved mail has it where a line was too long or not of ASCII (RFC 2045, 6.7). */
function quotedPrintable(text: string): string {
  return text.replaceAll(/=[ \t]*\r?\n/g, "").replaceAll(/(?:=[0-9A-F]{2})+/g, (run) => {
    const bytes = Uint8Array.fromHex(run.replaceAll("=", ""));
    return new TextDecoder().decode(bytes);
  });
}

function base64Parts(text: string): string[] {
  return (text.match(BASE64_LINES) ?? []).flatMap((part) => {
    const base64 = part.replaceAll(/\s/g, "");
    // A part whose length does not fit is no base64 but something that looks like it.
    return base64.length % 4 === 0 ? [new TextDecoder().decode(Uint8Array.fromBase64(base64))] : [];
  });
}
