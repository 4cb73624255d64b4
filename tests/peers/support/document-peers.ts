// Programs of others that look at our documents: one reads the text out of a PDF.
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
