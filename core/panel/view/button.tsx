import type { Dispatch } from "../event";
import type { MainPress, Press } from "../model";
import { Icon, type IconName } from "./icon";

interface ButtonProps {
  readonly press: Press | MainPress;
  readonly dispatch: Dispatch;
  readonly look: "primary" | "secondary" | "subtle" | "link";
  readonly icon?: IconName;
  readonly wide?: boolean;
}

/** A button that has to wait stays focusable and says so. */
export function Button({ press, dispatch, look, icon, wide }: ButtonProps) {
  const off = "off" in press && press.off;
  return (
    <button
      type="button"
      class={`sb-button sb-${look}${wide === true ? " sb-wide" : ""}`}
      aria-disabled={off ? "true" : undefined}
      aria-keyshortcuts={look === "primary" ? "Control+Enter" : undefined}
      onClick={() => {
        if (!off) dispatch(press.event);
      }}
    >
      {icon !== undefined && <Icon name={icon} />}
      {press.label}
    </button>
  );
}

/** A button that shows only a picture; its name is read and shown on hover. */
export function IconButton({ press, dispatch, icon }: { press: Press; dispatch: Dispatch; icon: IconName }) {
  return (
    <button
      type="button" class="sb-button sb-subtle sb-square" aria-label={press.label} title={press.label}
      onClick={() => dispatch(press.event)}
    >
      <Icon name={icon} />
    </button>
  );
}
