// Refuses sources that use partial page updates, which this implementation does not have.
import { join } from "node:path";
import { listFiles, type ProjectFiles } from "./crawl.ts";

const FORBIDDEN = [
  { pattern: /\bf-client-nav\b/, name: "f-client-nav" },
  { pattern: /\bf-partial\b/, name: "f-partial" },
  { pattern: /<Partial[\s/>]/, name: "<Partial>" },
  { pattern: /import\s*\{[^}]*\bPartial\b[^}]*\}\s*from\s*"fresh\/runtime"/, name: "Partial" },
];

/** Throws an error that names every file and line using partials. */
export async function refusePartials(root: string, files: ProjectFiles): Promise<void> {
  const library = (await listFiles(join(root, "lib"), [/\/lib\/jsr\//])).filter((file) =>
    /\.[tj]sx?$/.test(file)
  );
  const own = [...files.routes, ...files.islands].filter((file) => !file.includes(":"));
  const problems: string[] = [];
  for (const file of [...own.map((path) => join(root, path)), ...library]) {
    problems.push(...problemsIn(await Deno.readTextFile(file), file.slice(root.length + 1)));
  }
  if (problems.length > 0) {
    throw new Error(
      `Partials and client navigation are not implemented; use links and forms that load a page:\n${
        problems.join("\n")
      }`,
    );
  }
}

function problemsIn(source: string, file: string): string[] {
  const problems: string[] = [];
  const code = withoutComments(source);
  for (const { pattern, name } of FORBIDDEN) {
    const match = pattern.exec(code);
    if (match === null) continue;
    const line = code.slice(0, match.index).split("\n").length;
    problems.push(`  ${file}:${line} uses ${name}`);
  }
  return problems;
}

// Lines are kept, so that the numbers stay right.
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/^(\s*)\/\/.*$/gm, "$1");
}
