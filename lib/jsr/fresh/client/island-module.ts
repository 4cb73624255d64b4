// What the start-up script loads per island file.
import type { ComponentType } from "preact";

/** The module of an island file. */
export type IslandModule = Record<string, ComponentType<Record<string, unknown>>>;
