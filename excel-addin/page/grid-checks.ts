import type { IRange } from "@univerjs/core";
import { areaName, parseAreaName, quoteSheet } from "../../core/sheet/address";
import type { Area } from "../../core/sheet/address";
import type { ColorScale, Conditional, Sheet, Validation } from "../../core/sheet/workbook";
import { gridStyle, styleOfGrid } from "./grid-style";
import type { GridStyle } from "./grid-style";

export const rangeOf = ({ row, column, rows, columns }: Area): IRange => ({
  startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1,
});

export const areaOf = ({ startRow, startColumn, endRow, endColumn }: IRange): Area => ({
  row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1,
});

/** A data check as the grid stores it; only what we write and read. */
export interface GridCheck {
  readonly uid: string;
  readonly type: string;
  readonly operator?: string;
  readonly formula1?: string;
  readonly formula2?: string;
  readonly ranges: readonly IRange[];
  readonly allowBlank?: boolean;
  readonly errorStyle?: number;
  readonly showErrorMessage?: boolean;
  readonly showInputMessage?: boolean;
  readonly error?: string;
  readonly errorTitle?: string;
  readonly prompt?: string;
  readonly promptTitle?: string;
  readonly renderMode?: number;
}

/** A number as a check takes it from text: the grid itself would also take "0x10", "1e5", "Infinity" and a space. */
const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
export const isPlain = (value: unknown): boolean => typeof value !== "string" || PLAIN.test(value);

const STOP = 1;
const ARROW = 1;

/**
 * Whether a check keeps people from typing over a formula. The grid would hold the formula's value against it and mark
 * every such cell as wrong, so it does not get these checks.
 */
export const closesFormula = (
  { area, rule }: Sheet["validations"][number],
  cells: Sheet["cells"],
): boolean =>
  rule.kind === "length" && rule.max <= 0 &&
  cells.slice(area.row, area.row + area.rows).some((line) =>
    line?.slice(area.column, area.column + area.columns).some((cell) => cell?.f !== undefined));

export function gridChecks({ validations, cells }: Pick<Sheet, "validations" | "cells">): GridCheck[] {
  return validations.flatMap((validation, i): GridCheck[] => {
    if (closesFormula(validation, cells)) return [];
    const { area, rule } = validation;
    const common = {
      uid: `check-${i}`,
      ranges: [rangeOf(area)],
      allowBlank: rule.allowBlank,
      errorStyle: STOP,
      showErrorMessage: true,
      showInputMessage: true,
      error: rule.error.text,
      errorTitle: rule.error.title,
      prompt: rule.prompt.text,
      promptTitle: rule.prompt.title,
    };
    switch (rule.kind) {
      case "list":
        return [{ ...common, type: "list", formula1: JSON.stringify(rule.options), renderMode: ARROW }];
      case "range":
        return [{
          ...common, type: "list", renderMode: ARROW, formula1: `=${quoteSheet(rule.sheet)}!${absolute(rule.area)}`,
        }];
      case "length":
        return [{ ...common, type: "textLength", operator: "lessThanOrEqual", formula1: String(rule.max) }];
      default: {
        const type = rule.kind === "whole" ? "whole" : "decimal";
        return [{ ...common, type, operator: "between", formula1: String(rule.min), formula2: String(rule.max) }];
      }
    }
  });
}

const absolute = (area: Area): string => areaName(area).replace(/[A-Z]+|\d+/g, "$$$&");

/** `='Tên trang'!$A$1:$A$9`, the sheet quoted or not, or missing. */
const CELLS = /^=(?:'((?:[^']|'')+)'!|([^'!]+)!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/i;

function ruleOf(check: GridCheck, sheet: string): Validation | null {
  const words = {
    prompt: { title: check.promptTitle ?? "", text: check.prompt ?? "" },
    error: { title: check.errorTitle ?? "", text: check.error ?? "" },
    allowBlank: check.allowBlank !== false,
  };
  const [first, second] = [Number(check.formula1), Number(check.formula2)];
  switch (check.type) {
    case "list": {
      const match = CELLS.exec(check.formula1 ?? "");
      const area = match === null ? null : parseAreaName(match[3]!.replace(/\$/g, ""));
      if (match !== null && area !== null) {
        return { ...words, kind: "range", sheet: match[1]?.replace(/''/g, "'") ?? match[2] ?? sheet, area };
      }
      return { ...words, kind: "list", options: optionsOf(check.formula1 ?? "") };
    }
    case "textLength":
      if (check.operator !== "lessThanOrEqual" || !Number.isFinite(first)) return null;
      return { ...words, kind: "length", max: first };
    case "whole":
    case "decimal":
      if ((check.operator ?? "between") !== "between" || !Number.isFinite(first) || !Number.isFinite(second)) return null;
      return { ...words, kind: check.type === "whole" ? "whole" : "number", min: first, max: second };
    default:
      return null;
  }
}

function optionsOf(text: string): string[] {
  if (!text.startsWith("[")) return text.split(",").filter((option) => option !== "");
  const options: unknown = JSON.parse(text);
  return Array.isArray(options) ? options.map(String) : [];
}

export function checksOfGrid(checks: readonly GridCheck[], sheet: string): Sheet["validations"] {
  return checks.flatMap((check) => {
    const rule = ruleOf(check, sheet);
    return rule === null ? [] : check.ranges.map((range) => ({ area: areaOf(range), rule }));
  });
}

interface GridColor {
  readonly index: number;
  readonly color: string;
  readonly value: { readonly type: string };
}

/** A conditional format or heat colours as the grid stores them. */
interface GridFormat {
  readonly cfId: string;
  readonly ranges: readonly IRange[];
  readonly stopIfTrue: boolean;
  readonly rule: {
    readonly type: string;
    readonly subType?: string;
    readonly value?: unknown;
    readonly style?: GridStyle;
    readonly config?: readonly GridColor[];
  };
}

export function gridFormats({ conditionals, scales }: Pick<Sheet, "conditionals" | "scales">): GridFormat[] {
  return [
    ...conditionals.map(({ area, formula, style }, i) => ({
      cfId: `format-${i}`,
      ranges: [rangeOf(area)],
      stopIfTrue: false,
      rule: { type: "highlightCell", subType: "formula", value: `=${formula}`, style: gridStyle(style) },
    })),
    ...scales.map(({ area, low, high }, i) => ({
      cfId: `scale-${i}`,
      ranges: [rangeOf(area)],
      stopIfTrue: false,
      rule: {
        type: "colorScale",
        config: [
          { index: 0, color: `#${low}`, value: { type: "min" } },
          { index: 1, color: `#${high}`, value: { type: "max" } },
        ],
      },
    })),
  ];
}

export function formatsOfGrid(formats: readonly GridFormat[]): { conditionals: Conditional[]; scales: ColorScale[] } {
  const conditionals: Conditional[] = [];
  const scales: ColorScale[] = [];
  for (const { ranges, rule } of formats) {
    for (const area of ranges.map(areaOf)) {
      if (rule.subType === "formula" && typeof rule.value === "string") {
        conditionals.push({ area, formula: rule.value.replace(/^=/, ""), style: styleOfGrid(rule.style ?? {}) });
      } else if (rule.type === "colorScale" && rule.config !== undefined && rule.config.length >= 2) {
        const colors = rule.config.map(({ color }) => color.replace("#", "").toUpperCase());
        scales.push({ area, low: colors[0]!, high: colors[colors.length - 1]! });
      }
    }
  }
  return { conditionals, scales };
}

/** The rectangles of a sheet in which nobody may type: everything but its unlocked cells, few and large. */
export function lockedAreas(sheet: Pick<Sheet, "cells">, rows: number, columns: number): Area[] {
  const locked: Area[] = [];
  let before = "";
  let open: { spans: [number, number][]; row: number } = { spans: [], row: 0 };
  const close = (row: number): void => {
    for (const [from, to] of open.spans) {
      locked.push({ row: open.row, column: from, rows: row - open.row, columns: to - from });
    }
  };
  for (let row = 0; row <= rows; row++) {
    const spans: [number, number][] = [];
    let from = 0;
    const line = row < rows ? (sheet.cells[row] ?? []) : [];
    for (let column = 0; column <= columns; column++) {
      if (column < columns && line[column]?.s?.locked !== false) continue;
      if (column > from) spans.push([from, column]);
      from = column + 1;
    }
    const key = row === rows ? "end" : JSON.stringify(spans);
    if (key === before) continue;
    close(row);
    before = key;
    open = { spans, row };
  }
  return locked;
}

