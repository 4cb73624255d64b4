// A QR code as one path: dark on white in every scheme, because cameras want it so.
import { encode } from "uqr";

/** Quiet cells around it (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;

/** The code of a text. It says nothing to who hears the page: the text stands beside it in words. */
export function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const cells = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])
  );
  const side = size + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      <rect width={side} height={side} fill="#fff" />
      <path d={cells.join("")} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
