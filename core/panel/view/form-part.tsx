import { Fragment } from "preact";
import type { Dispatch } from "../event";
import type { Field as FieldModel, FieldList, FormPart as Part } from "../model";
import { Button, IconButton } from "./button";

interface FieldProps {
  readonly field: FieldModel;
  readonly dispatch: Dispatch;
  /** The problem is said elsewhere, under the id that the field points to. */
  readonly bare?: boolean;
}

const problemId = (field: FieldModel): string => `sb-${field.field}-problem`;

/** One thing to fill in, with its label, hint and problem tied to it. */
export function Field({ field, dispatch, bare }: FieldProps) {
  const id = `sb-${field.field}`;
  const type = (value: string | boolean) => dispatch({ is: "type", field: field.field, value });
  const told = [field.hint === null ? "" : `${id}-hint`, field.problem === null ? "" : problemId(field)];
  const common = {
    id,
    "aria-describedby": told.join(" ").trim() || undefined,
    "aria-invalid": field.problem !== null,
  };
  if (field.kind === "check") {
    return (
      <label class="sb-tick">
        <input
          {...common} type="checkbox" checked={field.value === true}
          onChange={(event) => type(event.currentTarget.checked)}
        />
        <span>{field.label}</span>
      </label>
    );
  }
  if (field.kind === "radio") {
    return (
      <fieldset class="sb-field">
        <legend class="sb-label">{field.label}</legend>
        {field.options.map(({ value, label }) => (
          <label key={value} class="sb-tick">
            <input type="radio" name={id} checked={field.value === value} onChange={() => type(value)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div class={`sb-field${field.kind === "number" ? " sb-number" : ""}`}>
      <label class="sb-label" for={id}>{field.label}</label>
      {field.kind === "select"
        ? (
          <select
            {...common} class="sb-input" value={String(field.value)}
            onChange={(event) => type(event.currentTarget.value)}
          >
            {field.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
          </select>
        )
        : (
          <input
            {...common} class="sb-input" type="text" inputMode={field.kind === "number" ? "decimal" : "text"}
            data-first={field.first === true ? "" : undefined} autocomplete="off" value={String(field.value)} onInput={(event) => type(event.currentTarget.value)}
          />
        )}
      {field.hint !== null && <span id={`${id}-hint`} class="sb-caption">{field.hint}</span>}
      {field.problem !== null && bare !== true && <span id={problemId(field)} class="sb-problem">{field.problem}</span>}
    </div>
  );
}

function Rows({ list, dispatch }: { readonly list: FieldList; readonly dispatch: Dispatch }) {
  return (
    <fieldset class="sb-rows">
      <legend class="sb-label">{list.label}</legend>
      {list.note !== null && <p class="sb-caption">{list.note}</p>}
      {list.rows.map((row, index) => (
        <div key={index} class="sb-row">
          <div class="sb-row-fields">
            {row.fields.map((field) => <Field key={field.field} field={field} dispatch={dispatch} bare />)}
            {row.fields.map((field) => field.problem !== null && (
              <span key={problemId(field)} id={problemId(field)} class="sb-problem">
                {field.label}: {field.problem}
              </span>
            ))}
          </div>
          {row.remove !== null && <IconButton press={row.remove} dispatch={dispatch} icon="close" />}
        </div>
      ))}
      {list.problem !== null && <p class="sb-problem">{list.problem}</p>}
      <Button press={list.add} dispatch={dispatch} look="secondary" icon="add" />
    </fieldset>
  );
}

interface SchemesProps {
  readonly part: Extract<Part, { kind: "schemes" }>;
  readonly dispatch: Dispatch;
}

function Schemes({ part, dispatch }: SchemesProps) {
  return (
    <label class="sb-field">
      <span class="sb-label">{part.label}</span>
      <select
        class="sb-input" value={part.chosen}
        onChange={(event) => {
          if (event.currentTarget.value !== "") dispatch({ is: "scheme", id: event.currentTarget.value });
        }}
      >
        <option value="">{part.own}</option>
        {part.options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    </label>
  );
}

export function FormParts({ parts, dispatch }: { readonly parts: readonly Part[]; readonly dispatch: Dispatch }) {
  return (
    <>
      {parts.map((part, index) => {
        switch (part.kind) {
          case "field":
            return <Field key={part.field.field} field={part.field} dispatch={dispatch} />;
          case "list":
            return <Rows key={part.list.list} list={part.list} dispatch={dispatch} />;
          case "schemes":
            return <Schemes key="schemes" part={part} dispatch={dispatch} />;
          case "heading":
            return <h3 key={part.text} class="sb-subtitle">{part.text}</h3>;
          case "note":
            return <p key={index} class="sb-quiet">{part.text}</p>;
          default:
            return <Fragment key={index} />;
        }
      })}
    </>
  );
}
