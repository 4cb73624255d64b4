// Faults in what is computed and compared: operators, operands, conditions, optional chains.
import ts from "npm:typescript@6.0.3";
import type { Change } from "./mutant.ts";
import { replaced } from "./replaced.ts";

const BOUNDARY: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };

const NEGATED: Readonly<Record<string, string>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
};

const ARITHMETIC: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "**": "*",
  "+=": "-=",
  "-=": "+=",
  "*=": "/=",
  "/=": "*=",
  "&": "|",
  "|": "&",
  "^": "&",
  "<<": ">>",
  ">>": "<<",
  ">>>": "<<",
};

const LOGICAL: Readonly<Record<string, string>> = { "&&": "||", "||": "&&" };

/** Faults of one expression, without those of its parts. */
export function expressionMutants(node: ts.Node, source: ts.SourceFile): Change[] {
  return [
    ...(ts.isBinaryExpression(node) ? binaryMutants(node, source) : []),
    ...(ts.isPrefixUnaryExpression(node) ? prefixMutants(node, source) : []),
    ...(ts.isPostfixUnaryExpression(node) ? stepMutants(node, source) : []),
    ...(ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ||
        ts.isCallExpression(node)
      ? chainMutants(node, source)
      : []),
    ...conditionMutants(node, source),
  ];
}

function binaryMutants(node: ts.BinaryExpression, source: ts.SourceFile): Change[] {
  const { left, operatorToken, right } = node;
  const sign = operatorToken.getText(source);
  const swap = (table: Readonly<Record<string, string>>, name: string): Change[] => {
    const other = table[sign];
    return other === undefined ? [] : [replaced(operatorToken, other, name, source)];
  };
  const joinsText = sign.startsWith("+") && (isText(left) || isText(right));
  const chooses = ["&&", "||", "??"].includes(sign);
  return [
    ...swap(BOUNDARY, "boundary"),
    ...swap(NEGATED, "negated"),
    ...(joinsText ? [] : swap(ARITHMETIC, "arithmetic")),
    ...swap(LOGICAL, "logical"),
    ...(chooses
      ? [
        replaced(node, left.getText(source), "right-dropped", source),
        replaced(node, right.getText(source), "left-dropped", source),
      ]
      : []),
    ...(sign === "in" || sign === "instanceof"
      ? [replaced(node, `!(${node.getText(source)})`, "negated", source)]
      : []),
  ];
}

function isText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ||
    (ts.isBinaryExpression(node) && (isText(node.left) || isText(node.right)));
}

function prefixMutants(node: ts.PrefixUnaryExpression, source: ts.SourceFile): Change[] {
  const { operator, operand } = node;
  const bare = (name: string) => [replaced(node, operand.getText(source), name, source)];
  switch (operator) {
    case ts.SyntaxKind.MinusToken:
      return bare("minus-dropped");
    case ts.SyntaxKind.ExclamationToken:
      return bare("not-dropped");
    case ts.SyntaxKind.TildeToken:
      return bare("complement-dropped");
    case ts.SyntaxKind.PlusToken:
      return [replaced(node, `-${operand.getText(source)}`, "minus-added", source)];
    default:
      return stepMutants(node, source);
  }
}

/** `i++` and `i--`; not those that carry a loop on, which would only never end. */
function stepMutants(
  node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  source: ts.SourceFile,
): Change[] {
  if (ts.isForStatement(node.parent) && node.parent.incrementor === node) return [];
  const text = node.getText(source);
  const other = text.includes("++") ? text.replace("++", "--") : text.replace("--", "++");
  return [replaced(node, other, "step", source)];
}

function chainMutants(
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression,
  source: ts.SourceFile,
): Change[] {
  const question = node.questionDotToken;
  if (question === undefined) return [];
  const plain = ts.isPropertyAccessExpression(node) ? "." : "";
  return [replaced(question, plain, "chain-required", source)];
}

/** A loop is only forced to end: one that always goes on tells nothing but that time runs out. */
function conditionMutants(node: ts.Node, source: ts.SourceFile): Change[] {
  const { parent } = node;
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    return [];
  }
  const forced = (value: boolean) => replaced(node, String(value), `condition-${value}`, source);
  if (ts.isIfStatement(parent) && parent.expression === node) return [forced(true), forced(false)];
  if (ts.isConditionalExpression(parent) && parent.condition === node) {
    return [forced(true), forced(false)];
  }
  const endsLoop = (ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    ? parent.expression === node
    : ts.isForStatement(parent) && parent.condition === node;
  return endsLoop ? [forced(false)] : [];
}
