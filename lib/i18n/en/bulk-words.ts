// English: several trips chosen at once, the plan for their cars, and what became of each.
import type { bulkWordsSv } from "../sv/bulk-words.ts";

/** Words of the selection, the plan and its outcome. */
export const bulkWordsEn: typeof bulkWordsSv = {
  pick: (trip) => `Select ${trip}`,
  selected: (count) => count === 1 ? "1 trip selected" : `${count} trips selected`,
  unseen: (count) =>
    count === 1 ? "1 of them is not in the list now" : `${count} of them are not in the list now`,
  dropUnseen: "Deselect them",
  full: (most) => `${most} trips at most in one go`,
  assign: "Assign …",
  clear: "Deselect all",
  bar: "Selected trips",
  plan: {
    reading: (count) => `Looking for cars for ${count === 1 ? "1 trip" : `${count} trips`} …`,
    failed: "The plan could not be read. Nothing has changed.",
    again: "Try again",
    title: (all, some) =>
      `${all === 1 ? "1 trip selected" : `${all} trips selected`}, ${some} can have a car`,
    lead: "This is what happens if you assign now.",
    without: (count) => count === 1 ? "1 stays without a car." : `${count} stay without a car.`,
    driven: (count) => count === 1 ? "1 has a driver already." : `${count} have a driver already.`,
    leftOut: (count) => count === 1 ? "1 is left out." : `${count} are left out.`,
    empty: (distance) => `${distance} driven empty.`,
    cancel: "Cancel",
    confirm: (count) => `Assign ${count}`,
    sending: "Assigning …",
    unsent: "No answer. Press again: no trip is assigned twice.",
    later: (seconds) => `Nothing is sent until ${seconds} s after you have assigned.`,
    columns: {
      time: "Time",
      trip: "Trip",
      car: "Proposal",
      why: "Because",
      state: "What happens",
      given: "Car",
      outcome: "How it went",
    },
    nobody: "none",
    isIn: (trip) => `Assign ${trip}`,
    choose: "Change car",
    chooseFor: (trip) => `for ${trip}`,
    chooseNone: "No other car can take the trip.",
    chooseReading: "Reading the cars …",
    give: "Take",
    withReason: (count) => `With a reason (${count})`,
    never: (count) => count === 1 ? "1 car cannot." : `${count} cars cannot.`,
    reason: "Reason",
    reasonMissing: (max) => `Write a reason, ${max} characters at most.`,
    byHand: "chosen by you",
    changed: "just changed",
    around: (count) =>
      count === 1
        ? "1 other trip has another car in the plan."
        : `${count} other trips have another car in the plan.`,
    states: {
      goes: "Is assigned",
      "with-reason": "Is assigned with a reason",
      "left-out": "Is left out",
      "no-car": "Stays without a car",
      "has-driver": "Has a driver already",
      "booking-state": "Needs no car",
      "car-unfit": "The car cannot",
      gone: "Is no longer there",
    },
    why: { "no-car": "no free car fits", gone: "the booking is gone" },
  },
  result: {
    title: (done, all) => `${done} of ${all === 1 ? "1 trip assigned" : `${all} trips assigned`}`,
    allDone: "Each has its car.",
    notDone: (count) =>
      count === 1
        ? "1 did not come out as you wished."
        : `${count} did not come out as you wished.`,
    rest: "Nothing else was changed.",
    toDay: "To the day",
    open: "Open",
    assigned: "Assigned",
    undone: "Undone, without a driver again",
    changedSince: "Changed since",
    notSent: "Not assigned",
  },
  keys: {
    pick: "select the trip, or leave it",
    extend: "select several in a row",
    assign: "propose cars for those selected",
    pickShort: "select",
  },
};
