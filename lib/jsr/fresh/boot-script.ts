// The scripts of a page with islands: data for the browser, and the module that reads it.
import { type SerializedProps, serializeProps } from "./island-props.ts";
import type { RenderState } from "./render-state.ts";
import type { ClientBuild, ClientScript } from "./snapshot.ts";

/** The markup that starts the islands, and the `Link` header that fetches their boot script early. */
export interface BootScript {
  readonly html: string;
  readonly link: string;
  /** For a response with no other headers than its type and `link`. */
  readonly init: ResponseInit;
}

/** The `Content-Type` of pages. */
export const HTML_TYPE = "text/html; charset=utf-8";

// One entry per combination of islands that occurs on some page; a bound only in case an
// application makes combinations without end.
const MAX_CACHED_COMBINATIONS = 1_000;

interface Combination {
  readonly modules: string;
  readonly instances: string;
  readonly script: string;
  readonly link: string;
  readonly init: ResponseInit;
}

const EARLY = 'rel="modulepreload"';

const cached = new WeakMap<ClientBuild, Map<string, Combination>>();

/** The start-up markup for the islands that `state` collected. */
export function bootScript(
  state: RenderState,
  client: ClientBuild,
  basePath: string,
): BootScript | Promise<BootScript> {
  const props = serializeProps(state.islands);
  return props instanceof Promise
    ? props.then((loaded) => markup(state, client, basePath, loaded))
    : markup(state, client, basePath, props);
}

function markup(
  state: RenderState,
  client: ClientBuild,
  basePath: string,
  props: SerializedProps,
): BootScript {
  const flags = (props.revive ? 1 : 0) + (props.signals ? 2 : 0) + (state.slots.length > 0 ? 4 : 0);
  const combination = combinationOf(state, client, basePath, flags);
  const nonce = state.nonce === null ? "" : ` nonce="${state.nonce}"`;
  const data = `{"m":${combination.modules},"i":${combination.instances},"f":${flags},"p":${
    escapeJson(props.json)
  }}`;
  const html = `<script type="application/json" id="frsh"${nonce}>${data}</script>` +
    `<script type="module" src="${combination.script}"${nonce}></script>`;
  if (state.nonce === null) return { html, link: combination.link, init: combination.init };
  const link = withNonce(combination.link, state.nonce);
  return { html, link, init: { headers: new Headers({ "content-type": HTML_TYPE, link }) } };
}

/** What is fetched early is a script of the page too, so a policy asks it for the nonce (HTML, 4.2.4.4). */
function withNonce(link: string, nonce: string): string {
  return link.replaceAll(EARLY, `${EARLY}; nonce="${nonce}"`);
}

/** JSON that is safe inside a script element: no tag, no comment, no line separator in it. */
export function escapeJson(json: string): string {
  return /[<>\u2028\u2029]/.test(json)
    ? json.replace(
      /[<>\u2028\u2029]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    : json;
}

function combinationOf(
  state: RenderState,
  client: ClientBuild,
  basePath: string,
  flags: number,
): Combination {
  let combinations = cached.get(client);
  if (combinations === undefined) cached.set(client, combinations = new Map());
  let key = `${basePath} ${flags}`;
  for (const { island } of state.islands) key += ` ${island.file}#${island.exportName}`;
  let combination = combinations.get(key);
  if (combination === undefined) {
    combination = makeCombination(state, client, basePath, flags);
    if (combinations.size >= MAX_CACHED_COMBINATIONS) combinations.clear();
    combinations.set(key, combination);
  }
  return combination;
}

function makeCombination(
  state: RenderState,
  client: ClientBuild,
  basePath: string,
  flags: number,
): Combination {
  const files = [...new Set(state.islands.map(({ island }) => island.file))];
  const scripts = files.map((file) => scriptOf(client, file));
  const first = [client.boot.url, ...client.boot.imports];
  // Low, as the browser itself ranks a module at the end of the body: what is fetched early must not take the
  // line from the style sheet and the fonts. The boot script alone: it waits for the page to be painted, and
  // then asks for the rest, which would be in the way until then.
  const link = first.map((url) => `<${basePath}${url}>; ${EARLY}; as="script"; fetchpriority="low"`)
    .join(", ");
  const instances = state.islands.map((
    { island },
  ) => [files.indexOf(island.file), island.exportName]);
  return {
    modules: escapeJson(
      JSON.stringify(laterUrls(client, scripts, flags).map((url) => basePath + url)),
    ),
    instances: JSON.stringify(instances),
    script: basePath + client.boot.url,
    link,
    // A Headers object: a Response copies it three times faster than it checks a plain one.
    init: { headers: new Headers({ "content-type": HTML_TYPE, link }) },
  };
}

/** The islands' own scripts, then all that is needed beside them and the boot script, each once. */
function laterUrls(client: ClientBuild, islands: readonly ClientScript[], flags: number): string[] {
  const needed = [...islands];
  if (flags & 1) needed.push(client.revive);
  if (flags & 2) needed.push(client.signals);
  if (flags & 4) needed.push(client.slots);
  const urls = new Set(islands.map(({ url }) => url));
  for (const { url, imports } of needed) [url, ...imports].forEach((each) => urls.add(each));
  client.boot.imports.forEach((url) => urls.delete(url));
  return [...urls];
}

function scriptOf(client: ClientBuild, file: string): ClientScript {
  const script = client.islands[file];
  if (script === undefined) throw new Error(`The build has no browser script for island ${file}`);
  return script;
}
