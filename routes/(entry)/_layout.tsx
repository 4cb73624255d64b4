/** The way in and out has the operators' head, and like them none of the customers' frame. */
export { config, default } from "../admin/_layout.tsx";
