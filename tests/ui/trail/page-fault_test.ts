// What the browser tells of a failure, and what is taken of it: nothing of extensions, images and people.
import assert from "node:assert/strict";
import { faultOf } from "../../../lib/ui/trail/page-fault.ts";

/** An event of the browser with what it carries. */
function told(type: string, carries: object): Event {
  const event = Object.assign(new Event(type), carries);
  return Object.defineProperty(event, "target", { value: Reflect.get(carries, "from") ?? {} });
}

const STACK =
  "TypeError: x\n    at s (https://avanti.example/_fresh/js/TimeField-QX5V2ABC.js:1:20)";

Deno.test("an error of ours is its class, browsers' words of it and the places it came through", () => {
  const error = Object.assign(new TypeError("Maja Öberg is not iterable"), { stack: STACK });
  assert.deepEqual(faultOf(told("error", { error })), {
    told: "error",
    island: "",
    type: "TypeError",
    message: "… … is not …",
    positions: [["TimeField-QX5V2ABC.js", 1, 20]],
  });
});

Deno.test("an island that failed is taken without a place, anything else is not", () => {
  const detail = { error: new Error("x"), island: "TimeField", end: {} };
  assert.equal(faultOf(told("island-failed", { detail }))?.island, "TimeField");
  for (const reason of ["Maja", null, undefined, new DOMException("Transition was skipped")]) {
    assert.equal(faultOf(told("unhandledrejection", { reason })), null);
  }
  const extension = Object.assign(new Error("x"), { stack: "at chrome-extension://abc/x.js:1:1" });
  assert.equal(faultOf(told("error", { error: extension })), null);
  assert.equal(faultOf(told("error", { from: { src: "https://avanti.example/logo.svg" } })), null);
});

Deno.test("a script that never came is named, by its file alone", () => {
  const src = "https://avanti.example/_fresh/js/boot-ABCDEFGH.js";
  assert.deepEqual(faultOf(told("error", { from: { src } }))?.positions, [
    ["boot-ABCDEFGH.js", 0, 0],
  ]);
});

Deno.test("a name that is no word is left out, and what was thrown may be anything", () => {
  const error = { name: "Maja Öberg 1", message: 7, stack: STACK };
  const { type, message } = faultOf(told("error", { error })) ?? {};
  assert.deepEqual([type, message], ["", "… …"]);
});
