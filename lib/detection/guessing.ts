// Guessing: many accounts from one network, one account again and again, codes. What led in the end was no guessing: who
// mistypes and then gets in takes back what they did.
import type { Detector } from "./detector.ts";
import { found } from "./detector.ts";
import { distinct, Memory } from "./memory.ts";

const HOUR_MS = 60 * 60_000;

/** Accounts nobody got into from one network within an hour … */
export const STUFFING_ACCOUNTS = 15;
/** … and the part of all accounts tried there they are: behind an airport's address most get in. */
export const STUFFING_PART = 0.75;
/** Wrong passwords of one account within a day, from wherever. Limits let ten an hour through. */
export const GUESSED_PASSWORDS = 15;
/** Wrong codes from one network within an hour … */
export const GUESSED_CODES = 15;
/** … for as many different accounts or tickets. */
export const GUESSED_TARGETS = 5;
/** Wrong codes of one account within a day: a code has few tries, and there are few codes an hour. */
export const GUESSED_CODES_OF_ONE = 15;

/** Passwords that others lost, tried here: one network, many accounts, hardly any of them right. */
export function credentialStuffing(): Detector {
  const tried = new Memory({ windowMs: HOUR_MS });
  const wrong = new Memory({ windowMs: HOUR_MS });
  return {
    name: "credential-stuffing",
    see(event) {
      const { kind, network, account, atMs } = event;
      if (network === "" || account === "") return null;
      if (kind === "sign-in-right") {
        wrong.takeBack(network, account);
        return null;
      }
      if (kind !== "sign-in-try") return null;
      const all = distinct(tried.add(network, { atMs, target: account }));
      const marks = wrong.add(network, { atMs, target: account });
      const count = distinct(marks);
      if (count < STUFFING_ACCOUNTS || count < STUFFING_PART * all) return null;
      const threshold = STUFFING_ACCOUNTS;
      return found(this.name, event, { kind: "network", mark: network, count, threshold, marks });
    },
  };
}

/** One account, whatever the networks. */
export function accountGuessing(): Detector {
  const wrong = new Memory({ windowMs: 24 * HOUR_MS });
  return {
    name: "account-guessing",
    see(event) {
      const { kind, account, atMs } = event;
      if (account === "") return null;
      // Whoever got in knows the password: what they mistyped before was theirs.
      if (kind === "sign-in-right") wrong.forget(account);
      if (kind !== "sign-in-try") return null;
      const marks = wrong.add(account, { atMs, target: "" });
      const count = marks.length;
      if (count < GUESSED_PASSWORDS) return null;
      const threshold = GUESSED_PASSWORDS;
      return found(this.name, event, { kind: "account", mark: account, count, threshold, marks });
    },
  };
}

/** Codes: of many from one network, or of one. */
export function codeGuessing(): Detector {
  const byNetwork = new Memory({ windowMs: HOUR_MS });
  const byAccount = new Memory({ windowMs: 24 * HOUR_MS });
  return {
    name: "code-guessing",
    see(event) {
      const { kind, network, account, target, atMs } = event;
      const of = account === "" ? target : account;
      if (kind === "code-right") {
        byNetwork.takeBack(network, of);
        byAccount.forget(of);
        return null;
      }
      if (kind !== "code-try") return null;
      const marks = network === "" ? [] : byNetwork.add(network, { atMs, target: of });
      if (marks.length >= GUESSED_CODES && distinct(marks) >= GUESSED_TARGETS) {
        const facts = { count: marks.length, threshold: GUESSED_CODES, marks };
        return found(this.name, event, { kind: "network", mark: network, ...facts });
      }
      if (account === "") return null;
      const own = byAccount.add(account, { atMs, target: "" });
      if (own.length < GUESSED_CODES_OF_ONE) return null;
      const facts = { count: own.length, threshold: GUESSED_CODES_OF_ONE, marks: own };
      return found(this.name, event, { kind: "account", mark: account, ...facts });
    },
  };
}
