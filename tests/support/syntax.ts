// What the house rules read from the syntax of a file: lengths of functions, casts, default exports, waits.
import ts from "npm:typescript@6.0.3";

/** Functions, methods and arrow functions of more than `max` lines, as `path:line name: n lines`. */
export function longFunctions(path: string, text: string, max: number): string[] {
  return found(path, text, (node, file) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return null;
    const lines = lineOf(file, node.getEnd()) - lineOf(file, node.getStart(file)) + 1;
    return lines > max ? `${nameOf(node)}: ${lines} lines` : null;
  });
}

/** Every `as` but `as const`, as `path:line as Type`; `satisfies` and renamed imports are none. */
export function casts(path: string, text: string): string[] {
  return found(path, text, (node, file) => {
    if (!ts.isAsExpression(node) || ts.isConstTypeReference(node.type)) return null;
    return `as ${node.type.getText(file).replace(/\s+/g, " ")}`;
  });
}

/** The default exports of a file, as `path:line default`. */
export function defaultExports(path: string, text: string): string[] {
  return found(path, text, (node) => {
    if (ts.isExportAssignment(node)) return "default";
    if (ts.isExportSpecifier(node)) return node.name.text === "default" ? "default" : null;
    const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) ?? [] : [];
    return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ? "default" : null;
  });
}

/** Calls by which one waits for time to pass, or asks what time it is. */
const CLOCK_CALLS =
  /^((globalThis\.)?set(Timeout|Interval)|delay|sleep|.*\.waitForTimeout|AbortSignal\.timeout|(Date|performance)\.now|Temporal\.Now\.\w+)$/;

/** Every use of the machine's clock, as `path:line call`. */
export function clockUses(path: string, text: string): string[] {
  return found(path, text, (node, file) => {
    if (ts.isNewExpression(node)) {
      const isNow = node.expression.getText(file) === "Date" && !node.arguments?.length;
      return isNow ? "new Date()" : null;
    }
    if (!ts.isCallExpression(node)) return null;
    const called = node.expression.getText(file).replace(/\s+/g, "");
    return CLOCK_CALLS.test(called) ? called : null;
  });
}

/** Whatever reaches another machine without `lib/resilience`, as `path:line name`: `fetch`, also passed on, and sockets. */
export function outsideCalls(path: string, text: string): string[] {
  return found(path, text, (node, file) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const { text: name } = node.moduleSpecifier;
      return OUTSIDE_MODULES.test(name) ? name : null;
    }
    if (ts.isPropertyAccessExpression(node)) {
      const name = node.getText(file).replace(/\s+/g, "");
      return OUTSIDE_MEMBERS.test(name) ? name : null;
    }
    if (!ts.isIdentifier(node) || !OUTSIDE_NAMES.test(node.text)) return null;
    return isNameOfOther(node) ? null : node.text;
  });
}

const OUTSIDE_MODULES = /^node:(https?2?|net|tls|dgram)$|^nodemailer(\/lib\/smtp-.*)?$/;
const OUTSIDE_MEMBERS = /^(globalThis|self)\.fetch$|^Deno\.(connect(Tls)?|createHttpClient)$/;
const OUTSIDE_NAMES = /^(fetch|WebSocket|XMLHttpRequest|EventSource)$/;

/** True for `built.fetch`, `{ fetch: … }`, `typeof fetch` and members called so: none of them is the global one. */
function isNameOfOther(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isTypeQueryNode(parent) || ts.isTypeReferenceNode(parent)) return true;
  const isMember = ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) ||
    ts.isPropertySignature(parent) || ts.isMethodSignature(parent) ||
    ts.isPropertyDeclaration(parent);
  return isMember && parent.name === node;
}

function found(
  path: string,
  text: string,
  look: (node: ts.Node, file: ts.SourceFile) => string | null,
): string[] {
  const file = parsed(path, text);
  const all: string[] = [];
  const visit = (node: ts.Node): void => {
    const said = look(node, file);
    if (said !== null) all.push(`${path}:${lineOf(file, node.getStart(file))} ${said}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return all;
}

const files = new Map<string, ts.SourceFile>();

/** Every rule looks at the same files. */
export function parsed(path: string, text: string): ts.SourceFile {
  const known = files.get(path);
  if (known?.text === text) return known;
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  files.set(path, file);
  return file;
}

function lineOf(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line + 1;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined && ts.isIdentifier(node.name)) return node.name.text;
  if (ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name)) {
    return node.parent.name.text;
  }
  return "a function";
}
