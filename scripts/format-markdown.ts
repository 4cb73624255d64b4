// Markdown as `deno fmt` writes it, for documents that are generated.

/** The text, formatted. */
export async function format(text: string): Promise<string> {
  const formatter = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--ext=md", "--line-width=100", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const input = formatter.stdin.getWriter();
  await input.write(new TextEncoder().encode(text));
  await input.close();
  const { success, stdout } = await formatter.output();
  if (!success) throw new Error("deno fmt takes no markdown");
  return new TextDecoder().decode(stdout);
}
