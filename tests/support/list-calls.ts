// Where rows are listed, read from the syntax: every call of a reader of lists, by the function or method it stands in.
import ts from "npm:typescript@6.0.3";
import { parsed } from "./syntax.ts";

/** One place where rows are listed: `lib/booking/booking-store.ts listDay`. */
export type ListCall = string;

/** What lists rows, and the module it is of. */
const READERS: Readonly<Record<string, RegExp>> = {
  readList: /(^|\/)read\.ts$/,
  readListWhole: /(^|\/)read\.ts$/,
  readSome: /(^|\/)read-some\.ts$/,
  walkBack: /(^|\/)walk\.ts$/,
};

/** A handle of the database, by the names it has. */
const HANDLE = /(^|[.#])(kv|read|write|stored)$/;

/** Every place of a file, as often as it lists there. A reader that is handed on counts too: its calls would be hidden. */
export function listCalls(path: string, text: string): ListCall[] {
  const file = parsed(path, text);
  const readers = importedReaders(file);
  const calls: ListCall[] = [];
  const visit = (node: ts.Node): void => {
    if (isReader(node, readers) || isListOfHandle(node, file)) {
      calls.push(`${path} ${placeOf(node)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
}

/** Under which names a file has the readers. */
function importedReaders(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const { moduleSpecifier: from, importClause } = statement;
    const bindings = importClause?.namedBindings;
    if (!ts.isStringLiteral(from) || bindings === undefined) continue;
    if (!ts.isNamedImports(bindings)) {
      if (/\/(read|walk)\.ts$/.test(from.text)) names.add(bindings.name.text);
      continue;
    }
    for (const { name, propertyName } of bindings.elements) {
      if (READERS[(propertyName ?? name).text]?.test(from.text)) names.add(name.text);
    }
  }
  return names;
}

function isReader(node: ts.Node, readers: ReadonlySet<string>): boolean {
  if (!ts.isIdentifier(node) || !readers.has(node.text)) return false;
  return !ts.isImportSpecifier(node.parent) && !ts.isNamespaceImport(node.parent);
}

/** `db.read.list(…)`, `this.#kv.list(…)`: past the readers, so that nothing is told of rows nobody can read. */
function isListOfHandle(node: ts.Node, file: ts.SourceFile): boolean {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "list") return false;
  return HANDLE.test(node.expression.getText(file));
}

/** The method, or the outermost function or constant, that a node stands in. */
function placeOf(node: ts.Node): string {
  let place = "the module";
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (ts.isMethodDeclaration(at) && ts.isClassDeclaration(at.parent)) return at.name.getText();
    if (!ts.isFunctionDeclaration(at) && !ts.isVariableDeclaration(at)) continue;
    if (at.name !== undefined && ts.isIdentifier(at.name)) place = at.name.text;
  }
  return place;
}
