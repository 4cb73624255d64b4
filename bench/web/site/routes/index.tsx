import { page } from "fresh";

export { Home as default } from "../shell.tsx";

export const handler = { GET: () => page({ heading: "Trips of today" }) };
