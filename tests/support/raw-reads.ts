// What of a request a source reads past the schemas, as its syntax says.
import ts from "npm:typescript@6.0.3";

/** What a request has that nobody reads raw. */
const BODY = /^(?:json|text|bytes|formData|arrayBuffer|blob|body|url)$/;
const READS = /^(?:get|has|getAll|entries|keys|values|forEach|getSetCookie)$/;
const REQUEST = /(?:^|\.)(?:req|request)$/;
const ANSWER = /(?:^|\.)(?:response|answer|refusal|page)\.headers$/;

/**
 * Reads of a request that no schema sees, as `path:line code`: a header but by `readHeader`, a body but by `readJson` inside
 * `parseBody` or a form's reader, an address but by the context's, and a parameter under a name that is not in `known`.
 */
export function rawReads(path: string, text: string, known: ReadonlySet<string>): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${path}:${line + 1} ${node.getText(file).replace(/\s+/g, " ").slice(0, 80)}`);
  };
  const visit = (node: ts.Node): void => {
    if (isRaw(node, file, known)) note(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isRaw(node: ts.Node, file: ts.SourceFile, known: ReadonlySet<string>): boolean {
  if (ts.isCallExpression(node)) return isRawCall(node, file, known);
  if (ts.isBindingElement(node)) return isRawBinding(node, file);
  if (!ts.isPropertyAccessExpression(node)) return false;
  const owner = node.expression.getText(file);
  if (BODY.test(node.name.text) && REQUEST.test(owner)) return true;
  // The headers of a request are only handed on, to something that reads them by `readHeader`.
  return node.name.text === "headers" && REQUEST.test(owner) && !isArgument(node);
}

function isRawCall(
  node: ts.CallExpression,
  file: ts.SourceFile,
  known: ReadonlySet<string>,
): boolean {
  const called = node.expression;
  if (called.getText(file) === "readJson") {
    return !(ts.isAwaitExpression(node.parent) && isArgument(node.parent, "parseBody"));
  }
  if (!ts.isPropertyAccessExpression(called) || !READS.test(called.name.text)) return false;
  const owner = called.expression.getText(file);
  if (/(?:^|\.)headers$/.test(owner)) return !ANSWER.test(owner);
  if (!/(?:^|\.)searchParams$/.test(owner)) return false;
  const [name] = node.arguments;
  return name === undefined || !ts.isStringLiteral(name) || !known.has(name.text);
}

/** `const { headers } = ctx.req`, `const { url } = request`, and the like. */
function isRawBinding(node: ts.BindingElement, file: ts.SourceFile): boolean {
  const name = (node.propertyName ?? node.name).getText(file);
  if (name !== "headers" && !BODY.test(name)) return false;
  const declared = node.parent.parent;
  const from = ts.isVariableDeclaration(declared) ? declared.initializer?.getText(file) : undefined;
  return from !== undefined && REQUEST.test(from);
}

function isArgument(node: ts.Node, of?: string): boolean {
  const { parent } = node;
  return ts.isCallExpression(parent) && parent.arguments.some((each) => each === node) &&
    (of === undefined || parent.expression.getText() === of);
}
