// Faults in what is called: a step of a chain left out, a method exchanged for its opposite, spread arguments.
import ts from "npm:typescript@6.0.3";
import type { Change } from "./mutant.ts";
import { replaced } from "./replaced.ts";

/** Methods that somebody may forget: the list or text goes on as it was. */
const DROPPED = new Set([
  "sort",
  "toSorted",
  "filter",
  "slice",
  "reverse",
  "toReversed",
  "trim",
  "normalize",
]);

/** Methods that somebody may take for one another. */
const SWAPPED: Readonly<Record<string, string>> = {
  some: "every",
  every: "some",
  min: "max",
  max: "min",
  floor: "ceil",
  ceil: "floor",
  round: "floor",
  startsWith: "endsWith",
  endsWith: "startsWith",
  toUpperCase: "toLowerCase",
  toLowerCase: "toUpperCase",
  find: "findLast",
  findLast: "find",
};

/** Faults of one call, without those of its parts. */
export function callMutants(node: ts.Node, source: ts.SourceFile): Change[] {
  if (!ts.isCallExpression(node)) return [];
  return [...methodMutants(node, source), ...spreadMutants(node, source)];
}

function methodMutants(node: ts.CallExpression, source: ts.SourceFile): Change[] {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee)) return [];
  const method = callee.name.text;
  const other = SWAPPED[method];
  return [
    ...(DROPPED.has(method)
      ? [replaced(node, callee.expression.getText(source), `${method}-dropped`, source)]
      : []),
    ...(other === undefined ? [] : [replaced(callee.name, other, `${method}-swapped`, source)]),
  ];
}

function spreadMutants(node: ts.CallExpression, source: ts.SourceFile): Change[] {
  return node.arguments.filter(ts.isSpreadElement).map((argument) => {
    const comma = /^\s*,/.exec(source.text.slice(argument.end))?.[0] ?? "";
    const change = replaced(argument, "", "spread-removed", source);
    return { ...change, end: argument.end + comma.length };
  });
}
