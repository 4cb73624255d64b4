// Faults in what is written down: booleans, numbers, strings, regular expressions, members of lists and objects.
import ts from "npm:typescript@6.0.3";
import { isText } from "./code-classes.ts";
import type { Change } from "./mutant.ts";
import { replaced } from "./replaced.ts";

/** Faults of one literal, without those of its parts. */
export function literalMutants(node: ts.Node, source: ts.SourceFile): Change[] {
  if (ts.isNumericLiteral(node)) return numberMutants(node, source);
  if (ts.isBigIntLiteral(node)) return bigIntMutants(node, source);
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
    return stringMutants(node, source);
  }
  if (ts.isRegularExpressionLiteral(node)) return anchorMutants(node, source);
  if (ts.isArrayLiteralExpression(node)) {
    return isAssignedTo(node) ? [] : memberMutants(node.elements, "element-removed", source);
  }
  if (ts.isObjectLiteralExpression(node)) {
    // A text that is missing from a dictionary does not compile.
    const isLeft = isAssignedTo(node) || isText(source.fileName);
    return isLeft ? [] : memberMutants(node.properties, "member-removed", source);
  }
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return [replaced(node, "false", "boolean", source)];
    case ts.SyntaxKind.FalseKeyword:
      return [replaced(node, "true", "boolean", source)];
    default:
      return [];
  }
}

function numberMutants(node: ts.NumericLiteral, source: ts.SourceFile): Change[] {
  if (isName(node)) return [];
  const value = Number(node.getText(source).replaceAll("_", ""));
  return others(value, value + 1, value - 1, 0)
    .map(([other, name]) => replaced(node, inBrackets(String(other)), name, source));
}

function bigIntMutants(node: ts.BigIntLiteral, source: ts.SourceFile): Change[] {
  const value = BigInt(node.getText(source).replaceAll("_", "").slice(0, -1));
  return others(value, value + 1n, value - 1n, 0n)
    .map(([other, name]) => replaced(node, inBrackets(`${other}n`), name, source));
}

/** Each other value once. */
function others<N extends number | bigint>(value: N, more: N, less: N, zero: N): [N, string][] {
  const all: [N, string][] = [[more, "number-more"], [less, "number-less"], [zero, "number-zero"]];
  return all.filter(([other], i) =>
    other !== value && all.findIndex(([same]) => same === other) === i
  );
}

/** `-(-1)`: two signs side by side would read as another operator. */
function inBrackets(number: string): string {
  return number.startsWith("-") ? `(${number})` : number;
}

function stringMutants(
  node: ts.StringLiteralLike | ts.TemplateExpression,
  source: ts.SourceFile,
): Change[] {
  const { parent } = node;
  if (isName(node) || ts.isTaggedTemplateExpression(parent) || isText(source.fileName)) return [];
  if (ts.isJsxAttribute(parent) && parent.name.getText(source) === "class") return [];
  const isEmpty = ts.isStringLiteralLike(node) && node.text === "";
  return [
    replaced(node, isEmpty ? '"?"' : '""', isEmpty ? "string-filled" : "string-emptied", source),
  ];
}

/** A property's name, not a value. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  return "name" in parent && parent.name === node;
}

/** `^` and `$` outside of brackets, one mutant each. */
function anchorMutants(node: ts.RegularExpressionLiteral, source: ts.SourceFile): Change[] {
  const text = node.getText(source);
  const pattern = text.slice(0, text.lastIndexOf("/"));
  const changes: Change[] = [];
  let inClass = false;
  for (let at = 1; at < pattern.length; at++) {
    const sign = pattern[at];
    if (sign === "\\") at++;
    else if (sign === "[") inClass = true;
    else if (sign === "]") inClass = false;
    else if (!inClass && (sign === "^" || sign === "$")) {
      const without = text.slice(0, at) + text.slice(at + 1);
      // An empty pattern would read as a comment.
      const replacement = without.startsWith("//") ? `/(?:)${without.slice(1)}` : without;
      changes.push(replaced(node, replacement, `anchor-dropped-${at}`, source));
    }
  }
  return changes;
}

/** Each member without its comma: a comma left behind would be a hole in a list. */
function memberMutants(
  members: readonly (ts.Expression | ts.ObjectLiteralElementLike)[],
  operator: string,
  source: ts.SourceFile,
): Change[] {
  return members.map((member) => {
    const comma = /^\s*,/.exec(source.text.slice(member.end))?.[0] ?? "";
    const isSpread = ts.isSpreadElement(member) || ts.isSpreadAssignment(member);
    const change = replaced(member, "", isSpread ? "spread-removed" : operator, source);
    return { ...change, end: member.end + comma.length };
  });
}

/** `[a, b] = …` takes apart and makes nothing. */
function isAssignedTo(node: ts.Expression): boolean {
  const { parent } = node;
  return (ts.isBinaryExpression(parent) && parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) ||
    (ts.isForOfStatement(parent) && parent.initializer === node);
}
