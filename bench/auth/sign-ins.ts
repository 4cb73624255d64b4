// Those who sign in at one server, each from an address of its own, with a password that is wrong.
import { requestText, type Wire } from "../overload/wire.ts";

const PATIENCE_MS = 30_000;

/** The mail address of somebody with an account. */
export function knownAddress(i: number): string {
  return `kund${numbered(i)}@avanti.example`;
}

/** One of the same length that nobody has. */
export function unknownAddress(i: number): string {
  return `gast${numbered(i)}@avanti.example`;
}

/** Addresses of one length: what is told of them has one length too. */
function numbered(i: number): string {
  return String(i).padStart(7, "0");
}

/** Tries to sign in, and how long the answer took, in milliseconds. */
export async function signIn(
  wire: Wire,
  email: string,
  i: number,
): Promise<{ status: number; ms: number; bytes: number }> {
  const body = String(new URLSearchParams({ email, password: "ett ord som är fel" }));
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "sec-fetch-site": "same-origin",
    // A network of its own for each: what is measured is one guess, not the limit of guesses.
    "x-forwarded-for": `10.${Math.floor(i / 62_500) % 250}.${Math.floor(i / 250) % 250}.${i % 250}`,
  };
  const started = performance.now();
  const { status, text } = await wire.ask(
    requestText("POST", "/sign-in", headers, body),
    PATIENCE_MS,
  );
  return { status, ms: performance.now() - started, bytes: text.length };
}
