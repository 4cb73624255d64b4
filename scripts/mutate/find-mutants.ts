// Every fault worth planting in a source text, found in its syntax tree.
import ts from "npm:typescript@6.0.3";
import { callMutants } from "./call-mutants.ts";
import { expressionMutants } from "./expression-mutants.ts";
import { literalMutants } from "./literal-mutants.ts";
import { type Lines, type Mutant, mutantOf } from "./mutant.ts";
import { statementMutants } from "./statement-mutants.ts";

const OPERATORS = [expressionMutants, literalMutants, statementMutants, callMutants];

/** The mutants of one file in the order of its text, each change once. */
export function findMutants(path: string, text: string): Mutant[] {
  const kind = path.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const mutants = new Map<string, Mutant>();
  const visit = (node: ts.Node): void => {
    if (isLeftAlone(node)) return;
    for (const operator of OPERATORS) {
      for (const change of operator(node, source)) {
        const key = `${change.start}-${change.end}-${change.replacement}`;
        if (mutants.has(key)) continue;
        mutants.set(key, mutantOf(path, text, change, functionLines(node, source)));
      }
    }
    node.forEachChild(visit);
  };
  source.forEachChild(visit);
  return [...mutants.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A function within one line is told apart from what stands beside it by nothing that counts lines. */
function functionLines(node: ts.Node, source: ts.SourceFile): Lines | null {
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  for (let outer = node; !ts.isSourceFile(outer); outer = outer.parent) {
    const lines = { first: lineAt(outer.getStart(source)), last: lineAt(outer.end) };
    if (ts.isFunctionLike(outer) && lines.first < lines.last) return lines;
  }
  return null;
}

/** What no test should notice: types, imports, what is only printed, what an error says in words. */
function isLeftAlone(node: ts.Node): boolean {
  return ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) || isDeclared(node) || isPrinted(node) || isErrorProse(node);
}

function isDeclared(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
}

function isPrinted(node: ts.Node): boolean {
  const call = ts.isExpressionStatement(node) ? node.expression : node;
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) &&
    ts.isIdentifier(call.expression.expression) && call.expression.expression.text === "console";
}

/** Words given to an error or an invariant; a code such as `"quote-expired"` is a value. */
function isErrorProse(node: ts.Node): boolean {
  const isProse = ts.isTemplateExpression(node) ||
    (ts.isStringLiteralLike(node) && /\s/.test(node.text));
  if (!isProse) return false;
  let inner: ts.Node = node;
  while (ts.isBinaryExpression(inner.parent) || ts.isConditionalExpression(inner.parent)) {
    inner = inner.parent;
  }
  const { parent } = inner;
  if (ts.isNewExpression(parent)) return /Error$/.test(parent.expression.getText());
  return ts.isCallExpression(parent) && parent.expression.getText() === "invariant";
}
