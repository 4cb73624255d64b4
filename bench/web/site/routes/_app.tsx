export { App as default } from "../shell.tsx";
