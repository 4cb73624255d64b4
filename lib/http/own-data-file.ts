// The answer that is somebody's own data as a file.
import { ownDataOf } from "../assembly/own-data.ts";
import { downloadOwnData } from "../privacy/download-own-data.ts";
import type { Visitor } from "../privacy/visitor.ts";
import type { State } from "./define.ts";

/** Makes it. The caller has seen that the visitor's proof is fresh. */
export async function ownDataFile(
  { services, locale }: State,
  visitor: Visitor,
): Promise<Response> {
  const families = ownDataOf(services);
  const file = await downloadOwnData(services, visitor, { families, locale });
  const date = services.clock.now().toString().slice(0, 10);
  return new Response(file, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="avanti-${date}.zip"`,
    },
  });
}
