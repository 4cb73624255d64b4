// schemathesis makes requests out of the document of the API, fitting and not, and compares every answer with it: as
// somebody without a session, and as an operator.
// Left out: `positive_data_acceptance`. A body that fits is refused all the same when no such place, car or time exists.
import assert from "node:assert/strict";
import { FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { apiDocument } from "../../lib/api/api-document.ts";
import { anOperator } from "../support/operator.ts";
import { tempFolder } from "../support/databases.ts";
import { peerProgram, SCANNERS } from "./support/peer-folder.ts";
import { type Plant, ran, scannedProduct } from "./support/scanned-product.ts";

const SCHEMATHESIS = peerProgram(SCANNERS.SCHEMATHESIS, "requests by schemathesis");
const EXAMPLES = 10;
const SEED = 1;

type Document = ReturnType<typeof apiDocument>;

/** Runs it over the operations whose path is not left out by `without`, in the name of an operator or of nobody. */
async function outcome(asOperator: boolean, plant?: Plant) {
  await using product = await scannedProduct(plant);
  await using folder = await tempFolder();
  const operator = asOperator ? await anOperator(product.services, "Sara") : null;
  const document = apiDocument(product.origin);
  const file = `${folder.path}/openapi.json`;
  await Deno.writeTextFile(file, JSON.stringify(asOperator ? asSignedIn(document) : document));
  // As our own pages send: what others send is refused before a method is looked at.
  const headers = operator === null ? { "sec-fetch-site": "same-origin" } : {
    // Over https a prefix stands before its name.
    cookie: `__Host-${operator.cookie}`,
    [FORM_TOKEN_HEADER]: operator.formToken,
    "sec-fetch-site": "same-origin",
  };
  return await ran(SCHEMATHESIS ?? "", [
    ...["run", file, "--url", product.origin, "--tls-verify", product.certificate],
    ...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]),
    ...["--max-examples", String(EXAMPLES), "--seed", String(SEED), "--request-timeout", "20"],
    ...["--exclude-checks", "positive_data_acceptance", "--phases", "coverage,fuzzing"],
    // Streams go on for ever.
    ...["--exclude-path-regex", "/events$", "--continue-on-failure", "--warnings", "off"],
    ...["--no-shrink", "--report-dir", folder.path],
  ], { cwd: folder.path });
}

/**
 * The document for somebody whose session and token go with every request: to leave them out is not for the tool to try
 * then. Headers that may be left out are not named, for it takes every header beside those it knows for a fault.
 */
function asSignedIn(document: Document): unknown {
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, operation]) => [method, withoutHeaders(operation)]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function withoutHeaders(operation: unknown): unknown {
  const { parameters, ...rest } = operation as { parameters: { in: string; required: boolean }[] };
  const kept = parameters.filter((one) => one.in !== "header" || one.required);
  return { ...rest, parameters: kept, security: [] };
}

Deno.test({
  name:
    "schemathesis finds an answer that fails, a status nobody documented and a body that is not as described",
  ignore: SCHEMATHESIS === null,
  async fn() {
    const { code, text } = await outcome(false, (response, request) => {
      const { pathname } = new URL(request.url);
      if (pathname === "/api/pins" && response.status === 422) {
        return Response.json({}, { status: 500 });
      }
      if (pathname === "/api/places") return Response.json({ places: "none" });
      if (/^\/api\/quotes\/./.test(pathname)) return new Response("no", { status: 302 });
      return response;
    });
    assert.equal(code, 1, text);
    for (
      const found of [/POST \/api\/pins/, /GET \/api\/places/, /GET \/api\/quotes\/\{quoteId\}/]
    ) {
      assert.match(text, found);
    }
    assert.match(text, /Server error/);
    assert.match(text, /Response violates schema/);
    assert.match(text, /Undocumented status code/);
  },
});

for (const [who, asOperator] of [["nobody in particular", false], ["an operator", true]] as const) {
  Deno.test({
    name: `schemathesis finds nothing in the name of ${who}`,
    ignore: SCHEMATHESIS === null,
    async fn() {
      const { code, text } = await outcome(asOperator);
      console.info(`schemathesis, ${who}: ${/\d+ generated.*/.exec(text)?.[0]}`);
      assert.equal(code, 0, text);
    },
  });
}
