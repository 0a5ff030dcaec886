/** The types stand in the core, which may not look into the panel; this is the panel's door to them. */
export type * from "../app-port";
