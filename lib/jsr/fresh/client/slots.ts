// JSX that was passed to an island: read back from the page as vnodes.
import type { ComponentChild, VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import type { IslandModule } from "./island-module.ts";

/** Makes a piece of a slot anew for every render. */
type Piece = () => ComponentChild;

/** A function that gives the vnode for a slot's id. */
export function slotReader(
  instances: [number, string][],
  modules: IslandModule[],
  props: () => Record<string, unknown>[],
): (id: number) => VNode<{ id: number }> {
  const slots = new Map<number, Piece[]>();

  // Read from the page at once: hydration removes the comments that mark slots and islands.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode() as Comment | null; node; node = walker.nextNode() as Comment) {
    const id = numberIn("slot", node);
    if (id !== null && !slots.has(id)) slots.set(id, readUntil(node, "/frsh:slot")[0]);
  }

  function readUntil(open: Node, close: string): [Piece[], Node | null] {
    let node = open.nextSibling;
    const pieces: Piece[] = [];
    while (node && (node as Comment).data !== close) {
      const island = node.nodeType === 8 ? numberIn("island", node as Comment) : null;
      if (island !== null) {
        pieces.push(islandPiece(island));
        node = readUntil(node, "/frsh:island")[1] as ChildNode | null;
      } else if (node.nodeType !== 8) pieces.push(pieceOf(node));
      node = node?.nextSibling ?? null;
    }
    return [pieces, node];
  }

  function islandPiece(index: number): Piece {
    const [module, name] = instances[index] as [number, string];
    const Island = modules[module]?.[name];
    return () => Island && jsx(Island, props()[index] ?? {});
  }

  function pieceOf(node: Node): Piece {
    if (node.nodeType === 3) {
      const { data } = node as Text;
      return () => data;
    }
    const element = node as Element;
    const attributes: Record<string, unknown> = {};
    for (const { name, value } of Array.from(element.attributes)) {
      const property = (element as unknown as Record<string, unknown>)[name];
      attributes[name] = value === "" && typeof property === "boolean" ? true : value;
    }
    const children = childPieces(element);
    return () =>
      jsx(element.localName, { ...attributes, children: children.map((piece) => piece()) });
  }

  function childPieces(parent: Node): Piece[] {
    const start = document.createComment("");
    parent.insertBefore(start, parent.firstChild);
    const pieces = readUntil(start, "/")[0];
    parent.removeChild(start);
    return pieces;
  }

  function Slot({ id }: { id: number }): ComponentChild[] {
    let pieces = slots.get(id);
    if (!pieces) {
      const template = document.getElementById(`frsh-slot-${id}`) as HTMLTemplateElement | null;
      slots.set(id, pieces = template ? childPieces(template.content) : []);
    }
    return pieces.map((piece) => piece());
  }
  return (id) => jsx(Slot, { id });
}

function numberIn(kind: string, comment: Comment): number | null {
  const [, id] = comment.data.split(`frsh:${kind}:`);
  return id ? +id : null;
}
