// The script of the session trail as browsers load it: one small module, for pages with and without islands.
import { build, stop } from "esbuild";

/** Its text. `defect` is put before it, for a test that wants it too large. */
export async function bundleTrail(defect = ""): Promise<string> {
  const result = await build({
    entryPoints: [new URL("../lib/ui/trail/session-trail.ts", import.meta.url).pathname],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    tsconfigRaw: {},
    banner: { js: defect },
    write: false,
    logLevel: "silent",
  });
  await stop();
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error("The bundler returned no script of the trail");
  return file.text;
}
