// Programs of others that look at our documents: one reads the text out of a PDF, one holds an invoice to the rules of Peppol.
import { peerFolder } from "./peer-folder.ts";

/** The text of a PDF, laid out as on paper. */
export async function pdfText(program: string, path: string): Promise<string> {
  const libraries = program.replace(/\/bin\/pdftotext$/, "/lib/x86_64-linux-gnu");
  const { stdout, stderr, success } = await new Deno.Command(program, {
    args: ["-layout", path, "-"],
    env: { LD_LIBRARY_PATH: libraries },
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

/** What the rules of EN 16931 and of Peppol say against the documents of a folder, a line each: `file rule flag`. */
export async function peppolComplaints(folder: string): Promise<string[]> {
  const rules = `${peerFolder()}/peppol`;
  const { stdout, stderr, success } = await new Deno.Command(`${rules}/venv/bin/python`, {
    args: [new URL("peppol-rules.py", import.meta.url).pathname, `${rules}/rules`, folder],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).split("\n").filter((line) => line !== "");
}
