// An address that does not exist is behind the guard as well: nobody learns from outside what does.
import { RequestError } from "../../../lib/errors/request-error.ts";
import { define } from "../../../lib/http/define.ts";

export const handler = define.handlers(() => {
  throw new RequestError("not-found", {});
});
