// MDN's HTTP Observatory over TLS: what a site of the public is graded by. Its top is 145, and 140 for who is on no list of
// preloaded domains, which is the owner's to ask for.
import assert from "node:assert/strict";
import { peerProgram, SCANNERS } from "./support/peer-folder.ts";
import { type Plant, ran, scannedProduct } from "./support/scanned-product.ts";

const OBSERVATORY = peerProgram(SCANNERS.OBSERVATORY, "the grade of MDN's HTTP Observatory");
const LEAST_SCORE = 130;

interface Grade {
  scan: { score: number; grade: string };
  tests: Record<string, { pass: boolean | null; result: string }>;
}

async function gradeOf(plant?: Plant): Promise<Grade> {
  await using product = await scannedProduct(plant);
  const host = new URL(product.origin).host;
  const { text } = await ran("node", [OBSERVATORY ?? "", host], {
    env: { NODE_EXTRA_CA_CERTS: product.certificate },
  });
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
}

/** Names of the tests that a site did not pass. */
function failed({ tests }: Grade): string[] {
  return Object.entries(tests).filter(([, { pass }]) => pass === false).map(([name]) => name);
}

Deno.test({
  name:
    "the Observatory sees a policy with inline scripts and a missing header, and takes marks off",
  ignore: OBSERVATORY === null,
  async fn() {
    const grade = await gradeOf(({ body, status, headers }) => {
      const changed = new Headers(headers);
      changed.set("content-security-policy", "script-src 'self' 'unsafe-inline'");
      changed.delete("x-content-type-options");
      return new Response(body, { status, headers: changed });
    });
    assert.deepEqual(failed(grade).sort(), ["content-security-policy", "x-content-type-options"]);
    assert.ok(grade.scan.score < 90, `${grade.scan.score}`);
  },
});

Deno.test({
  name: `the Observatory gives the product at least ${LEAST_SCORE}, and finds nothing wrong`,
  ignore: OBSERVATORY === null,
  async fn() {
    const grade = await gradeOf();
    console.info(`Observatory: ${grade.scan.score}, ${grade.scan.grade}`);
    assert.deepEqual(failed(grade), []);
    assert.ok(grade.scan.score >= LEAST_SCORE, JSON.stringify(grade));
  },
});
