// Makes the policy of a page one that holds for everybody who is given the page: a nonce is of one answer, and shared it
// would be a word that everybody knows. The scripts that the renderer marked with it are named by their hashes instead.
import { createHash } from "node:crypto";

/** A page and what its policy allows: `'sha256-…' …`. */
export interface HashedPage {
  html: string;
  sources: string;
}

const SCRIPT = /<script\b([^>]*)>(.*?)<\/script>/gs;
const DATA = /\stype="application\/json"/;
const MODULE = /\stype="module"/;
const SOURCE = /\ssrc="([^"]*)"/;
/** What a script of ours imports by a plain address. */
const IMPORT = /\bimport\("(\/[\w./?=-]*)"\)/g;
/** Addresses of files of the build: nothing in them could end a string or a script. */
const PLAIN_ADDRESS = /^\/[\w./?=-]*$/;

/**
 * `html` without its nonce, or null where a script could not run without one. A hash says nothing of a script that is
 * loaded (browsers differ, CSP 3 section 8.4), nor of what it imports, so these are put into the page by a script of ours,
 * which 'strict-dynamic' allows.
 */
export function hashedScripts(html: string, nonce: string): HashedPage | null {
  const mark = ` nonce="${nonce}"`;
  const hashes = new Set<string>();
  let isWhole = true;
  const hashed = html.replace(SCRIPT, (whole, attributes: string, text: string) => {
    // What the renderer did not mark stays as it is, and so does not run.
    if (!attributes.includes(mark)) return whole;
    if (DATA.test(attributes)) return whole.replace(mark, "");
    const script = attributes === mark ? text.replace(IMPORT, putIn) : loaderOf(attributes);
    if (script === null) isWhole = false;
    hashes.add(`'sha256-${hashOf(script ?? "")}'`);
    return `<script>${script}</script>`;
  });
  if (!isWhole || hashed.includes(nonce)) return null;
  return { html: hashed, sources: [...hashes].join(" ") };
}

function loaderOf(attributes: string): string | null {
  const address = SOURCE.exec(attributes)?.[1] ?? "";
  if (!MODULE.test(attributes) || !PLAIN_ADDRESS.test(address)) return null;
  return putIn("", address);
}

/** A script put in by a script is none of the parser's, which is what 'strict-dynamic' asks. */
function putIn(_: string, address: string): string {
  return 'document.head.append(Object.assign(document.createElement("script"),' +
    `{type:"module",src:"${address}"}))`;
}

function hashOf(script: string): string {
  return createHash("sha256").update(script, "utf8").digest("base64");
}
