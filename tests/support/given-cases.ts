// Inputs that were written by others and are kept beside the project, where they are there.
import { ROOT } from "./module-graph.ts";

/** One input and what must become of it. */
export interface GivenCase {
  field: string;
  typed: string;
  must: string;
}

/** The rows of `../shared/cases/<name>.tsv`; none, and a line that says so, where the file is absent. */
export function givenCases(name: string): GivenCase[] {
  const path = `${ROOT}../shared/cases/${name}.tsv`;
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.log(`${path} is not there: its cases are left out`);
    return [];
  }
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => {
    const [field = "", typed = "", must = ""] = line.split("\t");
    return { field, typed, must };
  });
}
