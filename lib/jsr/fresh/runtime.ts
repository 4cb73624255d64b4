// `fresh/runtime`: what islands and pages may use in the browser as well.
import type { ComponentChildren } from "preact";

export { asset, assetSrcSet } from "./asset.ts";
export { Head, type HeadProps } from "./head.ts";
export { HttpError } from "./http-error.ts";

/** True in a browser, false on the server. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** The region of a page that a partial update would replace. */
export interface PartialProps {
  children?: ComponentChildren;
  /** Unique on the page. */
  name: string;
  mode?: "replace" | "prepend" | "append";
}

/** Partial page updates are not implemented; the build refuses sources that use them. */
export function Partial(_props: PartialProps): never {
  throw new Error("<Partial> is not implemented here: use links and forms that load a page");
}
