import { rolesOf } from "../core/rubric/header";
import headers from "./rows/headers.json";

test.each(headers)("$id: $source", ({ rows, roles, ...rest }) => {
  expect(rolesOf(rows, "body" in rest ? rest.body : [])).toEqual(roles);
});
