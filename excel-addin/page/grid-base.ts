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

// The grid lets the browser edit the name of a sheet's tab in place, and a browser's translator rewrites texts. Both take
// away text that React still holds; when it goes to remove that text and cannot, it takes down the whole grid.
const remove = Node.prototype.removeChild;
Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
  return child.parentNode === this ? (remove.call(this, child) as T) : child;
};
const insert = Node.prototype.insertBefore;
Node.prototype.insertBefore = function <T extends Node>(this: Node, made: T, next: Node | null): T {
  return insert.call(this, made, next?.parentNode === this ? next : null) as T;
};
