// Starts the islands of a page: reads their data, loads their scripts, hydrates them.
import { Component, type ContainerNode, hydrate, type VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import type { IslandModule } from "./island-module.ts";

interface PageData {
  /** URLs of the island scripts, then of what those need. */
  m: string[];
  /** Per island on the page: index into `m`, name of the export. */
  i: [number, string][];
  /** 1: props need reviving, 2: with signals, 4: with JSX slots. */
  f: number;
  /** Props per island. */
  p: unknown;
}

/** Longest wait between drawing a frame and the word that it is on the screen. */
const LONGEST_PAINT_MS = 500;
/** Longest wait of an island for the scripts of the others. */
const TOGETHER_MS = 2_000;

const data: PageData = JSON.parse((document.getElementById("frsh") as HTMLElement).innerHTML);

// What fails stands in the browser's console; the page works without its islands.
void afterPaint().then(start);

// What the server made is on the screen before anything is fetched or done to make it move. A tab in the
// background draws nothing to wait for.
function afterPaint(): Promise<unknown> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    new PerformanceObserver((paints) => {
      if (paints.getEntriesByName("first-contentful-paint")[0]) resolve(0);
    }).observe({ type: "paint", buffered: true });
    // For a page with nothing to show, and for a browser that does not say when it has shown it.
    requestAnimationFrame(() => setTimeout(resolve, LONGEST_PAINT_MS));
  });
}

async function start(): Promise<void> {
  // All in one round trip: asked for one by one, each script would name the next only when it is here.
  const modules: Promise<IslandModule>[] = data.m.map((url) => import(url));
  const ranges = findIslands(document.body);
  let props = data.p as Record<string, unknown>[];
  if (data.f) {
    const { revive } = await import("./revive.ts");
    props = await revive(data.p, data.f, data.i, modules);
  }
  // All at once, so that no part of a form is live while another is not yet; none waits long for one that hangs.
  await Promise.race([
    Promise.allSettled(modules),
    new Promise((go) => setTimeout(go, TOGETHER_MS)),
  ]);
  await Promise.all(ranges.map(async ([index, begin, end]) => {
    const [module, name] = data.i[index] as [number, string];
    // The file's name without its hash.
    const [, island = ""] = /(\w+)-\w+\.js$/.exec(data.m[module] as string) ?? [];
    const fail = (error: unknown) => {
      dispatchEvent(new CustomEvent("island-failed", { detail: { error, island, end } }));
    };
    try {
      const Island = (await modules[module])?.[name];
      if (!Island) return;
      const children = jsx(Island, props[index] ?? {});
      hydrateRange(jsx(Watched, { children, fail }), begin, end);
      performance.mark(`island:${island}`, { detail: index });
    } catch (error) {
      fail(error);
      throw error;
    }
  }));
  // For whoever measures, or waits for, the moment the page answers.
  performance.mark("islands-live");
}

/** Says what fails below it, and lets it go on: the markup stays as it was. */
class Watched extends Component<{ children: VNode; fail: (error: unknown) => void }> {
  override componentDidCatch(error: unknown): void {
    this.props.fail(error);
  }
  override render(): VNode {
    return this.props.children;
  }
}

/** The outermost islands below `root`: index, opening and closing comment. */
function findIslands(root: Node): [number, Comment, Comment][] {
  const found: [number, Comment, Comment][] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  let depth = 0;
  let index = 0;
  let begin: Comment;
  for (let node = walker.nextNode() as Comment | null; node; node = walker.nextNode() as Comment) {
    const [, close, id] = /^(\/?)frsh:island(?::(\d+))?$/.exec(node.data) ?? [];
    if (id && !depth++) {
      begin = node;
      index = +id;
    } else if (close && !--depth) found.push([index, begin!, node]);
  }
  return found;
}

function hydrateRange(vnode: VNode<Record<string, unknown>>, begin: Comment, end: Comment): void {
  const parent = begin.parentNode as Element;
  const nodes: ChildNode[] = [];
  for (let node = begin.nextSibling; node && node !== end; node = node.nextSibling) {
    nodes.push(node);
  }
  const typed = typedValues(nodes);
  // What preact takes for the container: it only ever sees the nodes between the comments.
  const insertBefore = (node: Node, before: Node | null) =>
    parent.insertBefore(node, before && isBefore(before, end) ? before : end);
  hydrate(
    vnode as VNode,
    {
      nodeType: 1,
      namespaceURI: parent.namespaceURI,
      parentNode: parent,
      childNodes: nodes,
      firstChild: nodes[0] ?? null,
      contains: (node: Node | null) => parent.contains(node),
      insertBefore,
      appendChild: (node: Node) => insertBefore(node, null),
      removeChild: (node: Node) => parent.removeChild(node),
    } as unknown as ContainerNode,
  );
  typed.forEach((restore) => restore());
}

function isBefore(node: Node, end: Node): boolean {
  return !!(end.compareDocumentPosition(node) & 2);
}

// Hydration writes the values of the first render into the fields; what a person typed or chose
// before that must win, and the island must hear of it.
function typedValues(nodes: ChildNode[]): (() => void)[] {
  const restores: (() => void)[] = [];
  const keep = (field: HTMLInputElement) => {
    const { value, checked, defaultValue, defaultChecked, type } = field;
    const isChoice = type === "checkbox" || type === "radio";
    if (type !== "file" && (isChoice ? checked !== defaultChecked : value !== defaultValue)) {
      restores.push(() => {
        field.value = value;
        field.checked = checked;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        if (isChoice) field.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }
  };
  for (const node of nodes) {
    if (node.nodeType !== 1) continue;
    if ((node as Element).matches("input,textarea")) keep(node as HTMLInputElement);
    (node as Element).querySelectorAll<HTMLInputElement>("input,textarea").forEach(keep);
  }
  return restores;
}
