// A small project in a temporary folder, to be built.
import { join } from "node:path";

/** Runs `test` on a project with `files` in a temporary folder. */
export async function withProject(
  files: Record<string, string>,
  test: (root: string) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    for (const [name, text] of Object.entries(files)) {
      await Deno.mkdir(join(root, name, ".."), { recursive: true });
      await Deno.writeTextFile(join(root, name), text);
    }
    await test(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

/** A route, an island and static files. */
export const PROJECT = {
  "main.ts": `import { App, staticFiles } from "fresh";
export const app = new App().use(staticFiles()).fsRoutes();
`,
  "routes/index.tsx": `import Box from "../islands/Box.tsx";
export default () => <main><Box text="x" /></main>;
`,
  "islands/Box.tsx": `export default function Box(props: { text: string }) {
  return <button type="button" onClick={() => alert(1)}>{props.text}</button>;
}
`,
  "static/a.css": `/* comment */ body { background: url("img/dot.svg"); }\n`.repeat(20),
  "static/img/dot.svg": "<svg/>",
};
