// One node of a syntax tree exchanged for other text.
import ts from "npm:typescript@6.0.3";
import type { Change } from "./mutant.ts";

/** The change that puts `replacement` where `node` stands, comments before it left in place. */
export function replaced(
  node: ts.Node,
  replacement: string,
  operator: string,
  source: ts.SourceFile,
): Change {
  return { start: node.getStart(source), end: node.end, replacement, operator };
}
