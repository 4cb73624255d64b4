// What was used on a page, by words of our own markup: never what stands in it, was typed or was chosen.
import { NAME_SHAPE } from "../../trail/trail-shapes.ts";

/** A control: what it is and its name in our forms, which of its like on the page, in which island. */
export type Control = [names: string, nth: number, island: string];

/** The control an event is about, or null. `islands` are the names by their numbers on the page. */
export function controlOf(target: Element, islands: readonly string[]): Control | null {
  const element = target.closest("a,button,input,select,textarea,summary,form,[role]");
  if (!element) return null;
  const names = namesOf(element);
  let nth = 0;
  for (const other of document.getElementsByTagName(element.localName)) {
    if (other === element) break;
    if (namesOf(other) === names) nth++;
  }
  return [names, nth, islandOf(element, islands)];
}

/** What the element is, and its name; "" for what is no word of ours. */
function namesOf(element: Element): string {
  const said = (name: string) => {
    const word = element.getAttribute(name) ?? "";
    return NAME_SHAPE.test(word) ? word : "";
  };
  return `${said("role") || said("type") || element.localName} ${said("name")}`;
}

/** The island an element stands in: the framework leaves a comment before and after each. */
function islandOf(element: Element, islands: readonly string[]): string {
  for (let up: Node | null = element; up; up = up.parentNode) {
    for (let node: Node | null = up; node; node = node.previousSibling) {
      const [, end, number] = /^(\/?)frsh:island:?(.*)/.exec(node.nodeValue ?? "") ?? [];
      if (end) break;
      if (number) return islands[+number] ?? "";
    }
  }
  return "";
}
