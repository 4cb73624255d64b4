// What else than its address an answer depends on, for whoever keeps it.

/** Adds `name` to `Vary`, once. */
export function addVary(headers: Headers, name: string): void {
  const vary = headers.get("vary");
  const names = (vary ?? "").split(",").map((each) => each.trim().toLowerCase());
  if (names.includes("*") || names.includes(name.toLowerCase())) return;
  headers.set("vary", vary === null ? name : `${vary}, ${name}`);
}
