import { HttpError } from "fresh";
import { define } from "../../lib/http/define.ts";

/** Unknown addresses pass the guard too: nobody learns from outside what exists. */
export const handler = define.handlers(() => {
  throw new HttpError(404);
});
