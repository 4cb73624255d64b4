// Draws the icon sprite static/icons.svg from lucide. `--check` only says whether it is up to date.
import * as lucide from "npm:lucide-static@1.62.0";
import { ICON_NAMES } from "../lib/ui/parts/icon-names.ts";

const TARGET = new URL("../static/icons.svg", import.meta.url);

const sprite = drawSprite();
if (Deno.args.includes("--check")) {
  if (await Deno.readTextFile(TARGET) !== sprite) {
    console.error("static/icons.svg is stale. Run: deno run -A scripts/build-icons.ts");
    Deno.exit(1);
  }
} else {
  await Deno.writeTextFile(TARGET, sprite);
  console.log(`static/icons.svg: ${ICON_NAMES.length} icons, ${sprite.length} B`);
}

function drawSprite(): string {
  const symbols = ICON_NAMES.map((name) =>
    `<symbol id="${name}" viewBox="0 0 24 24">${drawingOf(name)}</symbol>`
  );
  return [
    "<!-- Icons: lucide-static 1.62.0, ISC licence, https://lucide.dev/license -->",
    `<svg xmlns="http://www.w3.org/2000/svg">`,
    ...symbols,
    "</svg>\n",
  ].join("\n");
}

function drawingOf(name: string): string {
  const exportName = name.split("-").map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
  const svg = (lucide as unknown as Record<string, string>)[exportName];
  const inner = svg?.match(/<svg[^>]*>([\s\S]*)<\/svg>/)?.[1];
  if (!inner) throw new Error(`Cannot draw icon: lucide has no ${exportName}`);
  return inner.trim().replace(/>\s+</g, "><");
}
