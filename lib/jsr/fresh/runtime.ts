// Browser-safe. `fresh/runtime`: what islands and pages may use in the browser as well.
export { asset, assetSrcSet } from "./asset.ts";
export { Head } from "./head.ts";
export { HttpError } from "./http-error.ts";

/** True in a browser, false on the server. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** Partial page updates are not implemented; the build refuses sources that use them. */
export function Partial(_props: { name: string; mode?: string; children?: unknown }): never {
  throw new Error("<Partial> is not implemented here: use links and forms that load a page");
}
