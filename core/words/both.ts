import { en } from "./en";
import { learn } from "./say";

/** For programs that speak both languages from the start. */
learn("en", en);
