// A bounded process: it ends, it hangs, it is stopped.
import assert from "node:assert/strict";
import { type Bounds, runDeno } from "../../../scripts/mutate/run-deno.ts";

/** Long enough for a process to begin and end on a busy machine. */
const AMPLE_MS = 60_000;

function bounds(change: Partial<Bounds> = {}): Bounds {
  const stop = new AbortController().signal;
  return { root: Deno.cwd(), temporary: "/nowhere", limitMs: AMPLE_MS, stop, ...change };
}

Deno.test("runDeno() returns what was printed on both streams, and whether it went well", async () => {
  const good = await runDeno(["eval", "console.log('out'); console.error('err')"], bounds());
  assert.deepEqual([good.success, good.timedOut, good.stopped], [true, false, false]);
  assert.match(good.output, /out[^]*err/);
  assert.equal((await runDeno(["eval", "Deno.exit(3)"], bounds())).success, false);
});

Deno.test("runDeno() says where temporary files go", async () => {
  const { output } = await runDeno(["eval", "console.log(Deno.env.get('TMPDIR'))"], bounds());
  assert.equal(output.trim(), "/nowhere");
});

Deno.test("runDeno() ends what does not end", async () => {
  const hanging = await runDeno(["eval", "for (;;);"], bounds({ limitMs: 50 }));
  assert.deepEqual([hanging.success, hanging.timedOut, hanging.stopped], [false, true, false]);
});

Deno.test("runDeno() ends the process when the run is stopped, and begins none after that", async () => {
  const stopping = new AbortController();
  const running = runDeno(["eval", "for (;;);"], bounds({ stop: stopping.signal }));
  stopping.abort();
  const stopped = await running;
  assert.deepEqual([stopped.timedOut, stopped.stopped], [false, true]);
  const after = await runDeno(["eval", "console.log('ran')"], bounds({ stop: stopping.signal }));
  assert.deepEqual([after.stopped, after.output], [true, ""]);
});

Deno.test("runDeno() takes a process that answers Ctrl-C for stopped, not for failed", async () => {
  assert((await runDeno(["eval", "Deno.exit(130)"], bounds())).stopped);
  assert((await runDeno(["eval", "Deno.kill(Deno.pid, 'SIGINT')"], bounds())).stopped);
});

Deno.test("runDeno() does not wait for a process left behind that holds the output open", async () => {
  const program = `new Deno.Command("sleep", { args: ["60"], stdin: "null" }).spawn().unref();
    console.log("done"); Deno.exit(0);`;
  const { success, output } = await runDeno(["eval", program], bounds());
  assert.deepEqual([success, output.trim()], [true, "done"]);
});
