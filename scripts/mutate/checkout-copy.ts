// Copies of the checkout to plant faults in: the checkout itself is only read.

/** A folder with the sources in it; `root` ends with a slash. */
export interface CheckoutCopy {
  root: string;
  /** Where its tests put temporary files, so that a test that is ended leaves none behind. */
  temporary: string;
  remove(): Promise<void>;
}

/** What belongs to the checkout at `root`: tracked files and new ones that are not ignored. */
export async function checkoutFiles(root: string): Promise<string[]> {
  const listed = await new Deno.Command("git", {
    args: ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    cwd: root,
    stderr: "inherit",
  }).output();
  if (!listed.success) throw new Error("git cannot list the files of the checkout");
  const paths = new TextDecoder().decode(listed.stdout).split("\0").filter((path) => path !== "");
  const existing = await Promise.all(paths.map((path) => isFile(root + path)));
  return paths.filter((_, i) => existing[i]).sort();
}

/** Copies `files` of the checkout at `root` to a new folder in `within`, or where temporary files belong. */
export async function copyCheckout(
  root: string,
  files: readonly string[],
  within?: string,
): Promise<CheckoutCopy> {
  const made = await Deno.makeTempDir({
    prefix: "mutate-",
    ...(within === undefined ? {} : { dir: within }),
  });
  // The real path, because that is what the module graph and the coverage name.
  const folder = await Deno.realPath(made);
  const copy = `${folder}/checkout/`;
  for (const path of files) {
    await Deno.mkdir(copy + path.slice(0, path.lastIndexOf("/") + 1), { recursive: true });
    await Deno.copyFile(root + path, copy + path);
  }
  const temporary = `${folder}/temporary`;
  await Deno.mkdir(temporary);
  return { root: copy, temporary, remove: () => Deno.remove(folder, { recursive: true }) };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
