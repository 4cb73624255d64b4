// Route patterns: URLPattern pathname syntax compiled to one regular expression.

/** Parameters of a matched route; has no prototype so that no name can collide with one. */
export type Params = Record<string, string>;

/** A route pattern ready to match. */
export interface CompiledPattern {
  readonly regex: RegExp;
  readonly names: readonly string[];
  /** The first path segment when it is literal, used to skip patterns that cannot match. */
  readonly head: string | null;
}

/** Parameters of every route without parameters. */
export const NO_PARAMS: Params = Object.freeze(Object.create(null));

/** Whether `pattern` needs matching rather than a table look-up. */
export function isDynamicPattern(pattern: string): boolean {
  return /[*:{}+?()\\]/.test(pattern);
}

/** Compiles a URLPattern pathname such as `/docs{/:version}?` or `/files/:path*`. */
export function compilePattern(pattern: string): CompiledPattern {
  const names: string[] = [];
  const cursor = { at: 0 };
  const source = compileSequence(pattern, cursor, names, false);
  const head = /^\/([^/*:{}+?()\\]+)(?=\/|$)/.exec(pattern);
  const followedByGroup = head !== null && pattern[head[0].length] === undefined;
  return {
    regex: new RegExp(`^${source}$`),
    names,
    head: head === null || followedByGroup ? null : encodeLiteral(head[1] ?? ""),
  };
}

/** The parameters of `pathname`, or null when the pattern does not match it. */
export function matchPattern(pattern: CompiledPattern, pathname: string): Params | null {
  const match = pattern.regex.exec(pathname);
  if (match === null) return null;
  if (pattern.names.length === 0) return NO_PARAMS;
  const params: Params = Object.create(null);
  for (let i = 0; i < pattern.names.length; i++) {
    params[pattern.names[i] as string] = decode(match[i + 1]);
  }
  return params;
}

/** Percent-encodes the characters that a request path can only carry encoded. */
export function encodeLiteral(text: string): string {
  return /[^\x21-\x7e]/.test(text) ? encodeURI(text) : text;
}

// A path that is not valid UTF-8 once decoded is handed over as it came: rejecting it is the
// application's decision, and throwing here would answer 500 for a client's mistake.
function decode(text: string | undefined): string {
  if (text === undefined) return "";
  if (!text.includes("%")) return text;
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

interface Cursor {
  at: number;
}

function compileSequence(
  pattern: string,
  cursor: Cursor,
  names: string[],
  insideGroup: boolean,
): string {
  let out = "";
  while (cursor.at < pattern.length) {
    const char = pattern[cursor.at] as string;
    if (char === "}" && insideGroup) return out;
    if (char === "{") {
      cursor.at++;
      const inner = compileSequence(pattern, cursor, names, true);
      if (pattern[cursor.at] !== "}") throw new TypeError(`Unclosed "{" in route "${pattern}"`);
      cursor.at++;
      const modifier = readModifier(pattern, cursor);
      out += modifier === "" ? inner : `(?:${inner})${modifier}`;
    } else if (isParameterStart(pattern, cursor.at)) {
      // URLPattern: a slash directly before a parameter belongs to it, so `/:v?` may lack both.
      const ownsSlash = out.endsWith("/") && !insideGroup;
      if (ownsSlash) out = out.slice(0, -1);
      out += compileParameter(pattern, cursor, names, ownsSlash ? "/" : "");
    } else {
      out += compileLiteral(pattern, cursor);
    }
  }
  if (insideGroup) throw new TypeError(`Unclosed "{" in route "${pattern}"`);
  return out;
}

function isParameterStart(pattern: string, at: number): boolean {
  const char = pattern[at];
  if (char === "*" || char === "(") return true;
  return char === ":" && /[\p{ID_Start}_$]/u.test(pattern[at + 1] ?? "");
}

function compileParameter(
  pattern: string,
  cursor: Cursor,
  names: string[],
  prefix: string,
): string {
  let expression = "[^/]+?";
  if (pattern[cursor.at] === "*") {
    cursor.at++;
    names.push(String(names.filter((name) => /^\d+$/.test(name)).length));
    expression = ".*";
  } else if (pattern[cursor.at] === ":") {
    const name = /^:([\p{ID_Start}_$][\p{ID_Continue}$]*)/u.exec(pattern.slice(cursor.at));
    names.push(name?.[1] ?? "");
    cursor.at += name?.[0].length ?? 1;
    if (pattern[cursor.at] === "(") expression = readExpression(pattern, cursor);
  } else {
    names.push(String(names.filter((name) => /^\d+$/.test(name)).length));
    expression = readExpression(pattern, cursor);
  }
  const modifier = readModifier(pattern, cursor);
  if (modifier === "") return `${prefix}(${expression})`;
  if (modifier === "?") return `(?:${prefix}(${expression}))?`;
  const repeated = `(?:${expression})(?:${prefix}(?:${expression}))*`;
  return modifier === "*" ? `(?:${prefix}(${repeated}))?` : `${prefix}(${repeated})`;
}

function readExpression(pattern: string, cursor: Cursor): string {
  let depth = 0;
  const start = cursor.at;
  for (; cursor.at < pattern.length; cursor.at++) {
    const char = pattern[cursor.at];
    if (char === "\\") cursor.at++;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) {
      cursor.at++;
      return pattern.slice(start + 1, cursor.at - 1);
    }
  }
  throw new TypeError(`Unclosed "(" in route "${pattern}"`);
}

function readModifier(pattern: string, cursor: Cursor): string {
  const char = pattern[cursor.at] ?? "";
  if (char !== "?" && char !== "*" && char !== "+") return "";
  cursor.at++;
  return char;
}

function compileLiteral(pattern: string, cursor: Cursor): string {
  if (pattern[cursor.at] === "\\") cursor.at++;
  const char = String.fromCodePoint(pattern.codePointAt(cursor.at) ?? 0);
  cursor.at += char.length;
  return encodeLiteral(char).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
