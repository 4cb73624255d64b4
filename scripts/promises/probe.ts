// Promises that are lost on purpose, one of each origin: a type the linter cannot find is `any` to it, and it would
// fall silent instead of failing. What it does not see here it does not see elsewhere.

/** Where the probe stands among the sources. */
export const PROBE_PATH = "lib/kernel/lost-promise-probe.tsx";

/** What it loses, by origin; each is one line of its body. */
export const LOST: Readonly<Record<string, string>> = {
  "a function of ours": "  ours();",
  "a method of ours": "  services.landmarks.refresh();",
  "fresh": "  new App().handler()(new Request('http://a'));",
  "preact-render-to-string": "  renderToStringAsync(<p />);",
  "zod": "  z.string().parseAsync('');",
  "a package of the tests": "  chromium.launch();",
  "Deno": "  Deno.readTextFile('');",
  "Deno KV": "  Deno.openKv();",
  "Node": "  readFile('');",
  "the web": "  fetch('');",
  "a callback that nobody awaits": "  [1].forEach(async () => await ours());",
  "a handler of preact": "  return <p onClick={async () => await ours()} />;",
};

const HEAD = `import { chromium } from "npm:playwright-core@1.0.0";
import { App } from "fresh";
import { renderToStringAsync } from "preact-render-to-string";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Services } from "../assembly/services.ts";
async function ours(): Promise<void> { await Promise.resolve(); }
export function lose(services: Services) {
`;

/** The probe's source. */
export const PROBE = `${HEAD}${Object.values(LOST).join("\n")}\n}\n`;

/** The origins whose promises were not seen, when these lines of the probe were told. */
export function unseen(lines: readonly number[]): string[] {
  const first = HEAD.split("\n").length;
  return Object.keys(LOST).filter((_, index) => !lines.includes(first + index));
}
