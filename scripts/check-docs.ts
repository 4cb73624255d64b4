// Checks that every relative link and every path in the documentation exists.

/** Markdown files whose links are checked, and folders of such. */
const DOCUMENTS = ["README.md", "CHANGELOG.md", "NOTICE", "docs"];

/** What is wrong with the documents under `root`, a line each. */
export async function checkDocs(root: string): Promise<string[]> {
  const problems: string[] = [];
  for (const file of await markdownFiles(root)) {
    const text = await Deno.readTextFile(`${root}/${file}`);
    for (const target of referencedPaths(text, file)) {
      if (!await exists(`${root}/${target.path}`)) {
        problems.push(`${file}:${target.line}: ${target.path} does not exist`);
      }
    }
  }
  return problems;
}

/** A path a document mentions, from the root of the repository. */
export interface Referenced {
  path: string;
  line: number;
}

/** Relative links, and code words that look like paths of this repository. */
export function referencedPaths(text: string, file: string): Referenced[] {
  const folder = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "";
  return text.split("\n").flatMap((line, i) => {
    const links = [...line.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
      .map(([, target]) => normalise(`${folder}/${target}`));
    const words = [...line.matchAll(
      /`((?:lib|routes|islands|scripts|tests|static|bench|docs|ops)\/[\w./\-[\]()]*\w)`/g,
    )].map(([, target]) => target ?? "");
    return [...links, ...words].map((path) => ({ path, line: i + 1 }));
  });
}

function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

async function markdownFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for (const name of DOCUMENTS) {
    if (!await exists(`${root}/${name}`)) files.push(name);
    else if ((await Deno.stat(`${root}/${name}`)).isDirectory) {
      files.push(...await markdownBelow(root, name));
    } else files.push(name);
  }
  return files;
}

async function markdownBelow(root: string, folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of Deno.readDir(`${root}/${folder}`)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) files.push(...await markdownBelow(root, path));
    else if (entry.name.endsWith(".md")) files.push(path);
  }
  return files.sort();
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
