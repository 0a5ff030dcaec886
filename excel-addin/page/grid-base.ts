import * as redi from "@wendellhu/redi";
import * as bindings from "@wendellhu/redi/react-bindings";
import * as React from "react";
import * as ReactDOM from "react-dom";
import * as client from "react-dom/client";
import * as jsx from "react/jsx-runtime";
import * as rxjs from "rxjs";
import * as operators from "rxjs/operators";

// The grid's ready-made scripts look for these by name.
Object.assign(globalThis, {
  React: { ...React, ...jsx },
  ReactDOM: { ...ReactDOM, ...client },
  rxjs: { ...rxjs, operators },
  "@wendellhu/redi": redi,
  "@wendellhu/redi/react-bindings": bindings,
});
