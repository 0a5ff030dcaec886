import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PaneNote } from "../../core/words/pane";

interface NoteProps {
  readonly note: PaneNote;
  readonly otherLanguage: string;
  readonly speakOther: () => void;
  /** The buttons. */
  readonly children: ComponentChildren;
}

/** A page of plain words; the keyboard goes to its title, so that it is read out. */
export function Note({ note, otherLanguage, speakOther, children }: NoteProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [note]);
  return (
    <main class="sb-panel pane-note">
      <h1 ref={title} tabIndex={-1}>{note.title}</h1>
      {note.lines.map((line) => <p key={line}>{line}</p>)}
      <ol>{note.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      <div class="sb-stack">{children}</div>
      <button type="button" class="sb-button sb-link pane-language" onClick={speakOther}>{otherLanguage}</button>
    </main>
  );
}
