import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { agreedTrip, emptyTrip, prefilled, submittedTrip } from "../../lib/trip/trip-values.ts";

const NOW = Temporal.Instant.from("2026-11-22T17:05:00Z");

function sent(fields: Record<string, string>): Map<string, string> {
  return new Map(Object.entries({ date: "2026-11-23", time: "06:40", ...fields }));
}

Deno.test("emptyTrip() suggests the next quarter at least an hour ahead, in Swedish time", () => {
  const { date, time, passengers } = emptyTrip(NOW);
  assert.deepEqual([date, time, passengers], ["2026-11-22", "19:15", "1"]);
});

Deno.test("emptyTrip() goes over midnight and over the spring gap", () => {
  const late = emptyTrip(Temporal.Instant.from("2026-11-22T22:10:00Z"));
  assert.deepEqual([late.date, late.time], ["2026-11-23", "00:15"]);
  const gap = emptyTrip(Temporal.Instant.from("2027-03-28T00:20:00Z"));
  assert.deepEqual([gap.date, gap.time], ["2027-03-28", "03:30"]);
});

Deno.test("prefilled() takes a link's values and keeps the rest", () => {
  const values = prefilled(emptyTrip(NOW), new Map([["from", "Landvetter"], ["bags", ""]]));
  assert.deepEqual([values.from, values.bags, values.time], ["Landvetter", "1", "19:15"]);
});

Deno.test("submittedTrip() keeps a place id while its words stand", () => {
  const values = submittedTrip(
    sent({ from: "Landvetter", fromId: "airport:GOT", fromAsked: "Landvetter" }),
  );
  assert.equal(values.fromId, "airport:GOT");
});

Deno.test("submittedTrip() drops a place id whose words were rewritten", () => {
  const values = submittedTrip(
    sent({ from: "Centralen", fromId: "airport:GOT", fromAsked: "Landvetter" }),
  );
  assert.equal(values.fromId, "");
});

Deno.test("submittedTrip() takes the answer to 'which place do you mean', unless the words changed", () => {
  const answer = { to: "kyrkogata", toChoice: "street:haga-kyrkogata" };
  assert.equal(
    submittedTrip(sent({ ...answer, toAsked: "kyrkogata" })).toId,
    "street:haga-kyrkogata",
  );
  assert.equal(submittedTrip(sent({ ...answer, toAsked: "avenyn" })).toId, "");
});

Deno.test("submittedTrip() moves a pickup out of the spring gap to the chosen time", () => {
  const gap = { date: "2027-03-28", time: "02:30", gapTime: "2027-03-28T03:30" };
  assert.equal(submittedTrip(sent(gap)).time, "03:30");
  const rewritten = { ...gap, time: "05:00" };
  assert.equal(submittedTrip(sent(rewritten)).time, "05:00", "the new time is no gap");
  const forged = { ...gap, gapTime: "x" };
  assert.equal(submittedTrip(sent(forged)).time, "02:30");
});

Deno.test("emptyTrip() is for one person with a bag, and begins on a quarter that is an hour away", () => {
  assert.deepEqual(emptyTrip(Temporal.Instant.from("2026-11-22T17:00:00Z")), {
    from: "",
    fromId: "",
    to: "",
    toId: "",
    date: "2026-11-22",
    time: "19:00",
    overlap: "",
    passengers: "1",
    bags: "1",
    wheelchairs: "0",
    childSeats: "0",
    pets: "0",
    extraLuggage: "0",
  });
  assert.equal(emptyTrip(Temporal.Instant.from("2026-11-22T17:00:01Z")).time, "19:15");
});

Deno.test("submittedTrip() prefers a place that was picked to an answer, and cuts an answer to a hundred letters", () => {
  const asked = { from: "kyrkogata", fromAsked: "kyrkogata" };
  const idOf = (fields: Record<string, string>) =>
    submittedTrip(sent({ ...asked, ...fields })).fromId;
  assert.equal(idOf({ fromId: "airport:GOT", fromChoice: "street:x" }), "airport:GOT");
  assert.equal(idOf({ fromChoice: "x".repeat(101) }), "x".repeat(100));
  assert.equal(idOf({}), "");
  assert.equal(submittedTrip(new Map([["fromId", "airport:GOT"]])).fromId, "");
});

Deno.test("submittedTrip() moves a pickup to another date too, and leaves one that is no date", () => {
  const moved = submittedTrip(
    sent({ date: "2027-03-28", time: "02:30", gapTime: "2027-03-27T23:45" }),
  );
  assert.deepEqual([moved.date, moved.time], ["2027-03-27", "23:45"]);
  const none = submittedTrip(sent({ date: "x", time: "y", gapTime: "2027-03-28T03:30" }));
  assert.deepEqual([none.date, none.time], ["x", "y"]);
});

Deno.test("agreedTrip() drops a link's place id that its words do not say, and keeps the words", () => {
  const places = loadPlaceIndex();
  const values = emptyTrip(Temporal.Instant.from("2026-11-23T10:00:00Z"));
  const link = {
    ...values,
    from: "Malmö C",
    fromId: "airport:GOT",
    to: "Vasagatan 11",
    toId: "street:vasagatan~viktoriagatan",
  };
  assert.deepEqual(agreedTrip(places, link), { ...link, fromId: "" });
  const broken = { ...link, toId: "street:finns-inte" };
  assert.deepEqual(agreedTrip(places, broken), { ...broken, fromId: "", toId: "" });
});
