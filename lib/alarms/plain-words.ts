// The words of a failure that may leave the house: only those that have the form of words of our own. Texts of errors are
// written by others and may say anything; they are read on the operators' page.

/** `no-tariff`, `PAYMENT_FAILED`. */
const CODE = /^([a-z]+(-[a-z0-9]+)*|[A-Z]+(_[A-Z0-9]+)*)$/;
/** `/bookings/:link`, `/sw.js`, `/admin/:rest*`. */
const ROUTE = /^(\/(:[A-Za-z]+[*+?]?|[a-z][a-z-]*(\.(js|csv|ics|txt|json|xml|pdf|si))?|\*)?)+$/;
/** `jobs`, `expire-booking`, `writing away failures`. */
const WORK = /^[a-z]+([ -][A-Za-z]+|-\d{1,2})*$/;
const REFERENCE = /^[0-9A-Z]{4}-[0-9A-Z]{4}$/;
const ERROR_NAME = /^[A-Z][A-Za-z]*(Error|Exception)$/;
const FUNCTION_NAME = /^[\w$#.]+$/;
/** `lib/kv/read.ts`, `routes/admin/[...unknown].ts`, `lib/ui/parts/Said.tsx`. */
const SOURCE =
  /^(main|(lib|routes|islands|scripts)(\/([a-z_][a-z0-9_-]*|\[(\.{3})?[A-Za-z]+\]))+(\.(js|csv|ics|json|xml|pdf|si))?)\.tsx?$|^(lib|islands)(\/[a-z-]+)*\/[A-Z][A-Za-z]*\.tsx$/;

/** Longest word that is one of ours; what is longer is a secret or a sentence. */
const MAX_LENGTH = 80;

/** A code, or `other`. */
export function plainCode(code: string): string {
  return fits(code, CODE) ? code : "other";
}

/** A route pattern or the name of a work, or `other`. */
export function plainOperation(operation: string): string {
  return fits(operation, ROUTE) || fits(operation, WORK) ? operation : "other";
}

/** A reference, or "". */
export function plainReference(reference: string): string {
  return REFERENCE.test(reference) ? reference : "";
}

/** The name of a kind of error, or `Error`. */
export function plainErrorName(name: string): string {
  return fits(name, ERROR_NAME) ? name : "Error";
}

/** The name of a function, or "". */
export function plainFunctionName(name: string): string {
  return fits(name, FUNCTION_NAME) ? name : "";
}

/** True for a file of our sources. */
export function isSourceFile(file: string): boolean {
  return fits(file, SOURCE);
}

function fits(word: string, form: RegExp): boolean {
  return word.length <= MAX_LENGTH && form.test(word);
}
