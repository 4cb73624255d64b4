// Which route patterns a report may name: those made of the words of our own addresses.
import { paths } from "../kernel/paths.ts";
import { ROUTE_SHAPE } from "./trail-shapes.ts";

/** Stands for whatever an address says beside its words. */
const ANYTHING = "~";

/** The pattern, or "" when a part of it is no word of ours. */
export function knownRoute(text: string): string {
  if (!ROUTE_SHAPE.test(text)) return "";
  return text.slice(1).split("/").every((part) => part.startsWith(":") || WORDS.has(part))
    ? text
    : "";
}

/** What a builder of addresses makes of anything, in parts. */
function partsOf(build: (...said: never[]) => string): string[] {
  const said = Array.from({ length: build.length }, () => ANYTHING);
  const [path = ""] = String(Reflect.apply(build, null, said)).split("?");
  return path.split("/").filter((part) => part !== ANYTHING);
}

/** Words of addresses that programs ask for and no page of ours links to. */
const UNLINKED = ["copies", "counts", "outages", "purges", "revival", "stripe"];

const WORDS: ReadonlySet<string> = new Set([
  ...UNLINKED,
  ...[paths, paths.api].flatMap((builders) =>
    Object.values(builders).flatMap((build) => typeof build === "function" ? partsOf(build) : [])
  ),
]);
