// Faults in what is done: statements left out, branches left out, results that are not handed on.
import ts from "npm:typescript@6.0.3";
import type { Change } from "./mutant.ts";
import { replaced } from "./replaced.ts";

/** Faults of one statement or arrow function, without those of its parts. */
export function statementMutants(node: ts.Node, source: ts.SourceFile): Change[] {
  if (ts.isIfStatement(node)) return branchMutants(node, source);
  if (ts.isExpressionStatement(node)) return removedEffect(node, source);
  if (ts.isThrowStatement(node) && !isOnlyStatementOfIf(node)) {
    return [replaced(node, ";", "throw-removed", source)];
  }
  if (ts.isReturnStatement(node) && node.expression && !isNothing(node.expression)) {
    return [replaced(node.expression, "undefined", "return-emptied", source)];
  }
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body) && !isNothing(node.body)) {
    return [replaced(node.body, "undefined", "arrow-emptied", source)];
  }
  return [];
}

/** Without an else, an empty body is what a condition forced to false already is. */
function branchMutants(node: ts.IfStatement, source: ts.SourceFile): Change[] {
  const { thenStatement, elseStatement } = node;
  if (elseStatement === undefined) return [];
  return [
    replaced(thenStatement, "{}", "then-emptied", source),
    {
      start: thenStatement.end,
      end: elseStatement.end,
      replacement: "",
      operator: "else-removed",
    },
  ];
}

/** An `await` stays, so that what is left out is the effect and not the order of things. */
function removedEffect(node: ts.ExpressionStatement, source: ts.SourceFile): Change[] {
  const { expression } = node;
  if (isOnlyStatementOfIf(node)) return [];
  if (ts.isAwaitExpression(expression)) {
    return [replaced(node, "await undefined;", "statement-removed", source)];
  }
  const isSuper = ts.isCallExpression(expression) &&
    expression.expression.kind === ts.SyntaxKind.SuperKeyword;
  const hasEffect = ts.isCallExpression(expression) || ts.isBinaryExpression(expression) ||
    ts.isDeleteExpression(expression) || ts.isPostfixUnaryExpression(expression) ||
    ts.isPrefixUnaryExpression(expression);
  return hasEffect && !isSuper ? [replaced(node, ";", "statement-removed", source)] : [];
}

/** The condition forced to false leaves it out as well. */
function isOnlyStatementOfIf(node: ts.Statement): boolean {
  const { parent } = node;
  const branch = ts.isBlock(parent) && parent.statements.length === 1 ? parent : node;
  return ts.isIfStatement(branch.parent) && branch.parent.thenStatement === branch &&
    branch.parent.elseStatement === undefined;
}

/** Where nothing is handed on, handing on nothing is no fault; `true` and `false` have a mutant of their own. */
function isNothing(node: ts.Expression): boolean {
  const constants = [
    ts.SyntaxKind.NullKeyword,
    ts.SyntaxKind.FalseKeyword,
    ts.SyntaxKind.TrueKeyword,
  ];
  return constants.includes(node.kind) || (ts.isIdentifier(node) && node.text === "undefined");
}
