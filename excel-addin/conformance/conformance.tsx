import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Connection, connect } from "../taskpane/connect";
import type { Answer, Answers } from "./answers";
import "./conformance.css";
import { type Both, type Person, type Probe, Skipped } from "./probe";
import { probes } from "./probes";
import { askAll } from "./run";
import { fileName, hasOwnSheet, surroundingsOf } from "./surroundings";
import { words } from "./words";

/** A step that waits for the person: `options` to choose from, or none where a press says that it is done. */
interface Step {
  readonly text: Both;
  readonly options: readonly Both[];
  readonly take: (option: number) => void;
  readonly skip: () => void;
}

const { href } = document.querySelector<HTMLLinkElement>("link#office")!;

/** `?only=cells.date,undo.fill` asks those alone, to repeat some. */
const only = new URLSearchParams(location.search).get("only")?.split(",");
const offered = only ? probes.filter((probe) => only.includes(probe.id)) : probes;

function Conformance() {
  const [english, setEnglish] = useState(false);
  const [connection, setConnection] = useState<Connection | null>(null);
  const [asked, setAsked] = useState<readonly Probe[]>([]);
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [step, setStep] = useState<Step | null>(null);
  const [result, setResult] = useState<Answers | null>(null);
  const [said, setSaid] = useState<Both | null>(null);
  const [trouble, setTrouble] = useState("");
  const json = useRef<HTMLTextAreaElement>(null);
  const say = (both: Both): string => both[english ? 1 : 0];

  useEffect(() => connect(href, setConnection), []);
  useEffect(() => void (document.documentElement.lang = english ? "en" : "vi"), [english]);

  const waitFor = (text: Both, options: readonly Both[]): Promise<number> =>
    new Promise((resolve, reject) => {
      const ended = (): void => setStep(null);
      setStep({
        text, options,
        take: (option) => (ended(), resolve(option)),
        skip: () => (ended(), reject(new Skipped())),
      });
    });
  const person: Person = {
    done: async (steps) => void (await waitFor(steps, [])),
    choose: waitFor,
  };

  async function start(chosen: readonly Probe[]): Promise<void> {
    setSaid(null);
    setTrouble("");
    try {
      if (await hasOwnSheet()) return setSaid(words.taken);
      setAsked(chosen);
      const heard = (answer: Answer): void => setAnswers((before) => [...before, answer]);
      setResult(await askAll((work) => Excel.run(work), chosen, { person, surroundings: await surroundingsOf(), heard }));
    } catch (error) {
      setTrouble(String(error));
    }
  }

  async function copy(): Promise<void> {
    json.current!.select();
    try {
      await navigator.clipboard.writeText(json.current!.value);
      setSaid(words.copied);
    } catch {
      setSaid(words.select);
    }
  }

  const ready = connection === "excel" || connection === "old";
  const current = asked[answers.length];
  return (
    <main>
      <button type="button" class="language" onClick={() => setEnglish(!english)}>{say(words.language)}</button>
      <h1>{say(words.title)}</h1>
      {asked.length === 0 && <p>{say(words.intro)}</p>}
      {!ready && <p role="status">{say(words[connection === null ? "connecting" : (connection as "missing" | "silent" | "outside")])}</p>}
      {connection === "old" && <p>{say(words.old)}</p>}
      {ready && asked.length === 0 && (
        <>
          <p>{say(words.before)}</p>
          <button type="button" onClick={() => void start(offered.filter((probe) => probe.needs === "nobody"))}>{say(words.quiet)}</button>
          <button type="button" onClick={() => void start(offered)}>{say(words.whole)}</button>
        </>
      )}
      {result === null && current && (
        <section aria-live="polite">
          <p><b>{say(words.asking)} {answers.length + 1}/{asked.length}</b> <code>{current.id}</code></p>
          <p>{say(current.asks)}</p>
          {step && (
            <div class="step">
              <p>{say(step.text)}</p>
              {step.options.length === 0 && <button type="button" class="main" onClick={() => step.take(0)}>{say(words.done)}</button>}
              {step.options.map((option, index) => (
                <button key={option[0]} type="button" onClick={() => step.take(index)}>{say(option)}</button>
              ))}
              <button type="button" onClick={step.skip}>{say(words.skip)}</button>
            </div>
          )}
        </section>
      )}
      {result !== null && (
        <section>
          <h2>{say(words.finished)}</h2>
          <p>{say(words.keep)}</p>
          <p><code>{fileName(result.surroundings)}</code></p>
          <button type="button" class="main" onClick={() => void copy()}>{say(words.copy)}</button>
          <textarea ref={json} readOnly rows={12} aria-label="JSON" value={`${JSON.stringify(result, null, 1)}\n`} />
        </section>
      )}
      {said !== null && <p role="status">{say(said)}</p>}
      {trouble !== "" && <p role="alert">{say(words.failed)}{trouble}</p>}
      <ol>
        {answers.map((answer) => (
          <li key={answer.id}><code>{answer.id}</code> {answer.failed ?? "✓"}</li>
        ))}
      </ol>
    </main>
  );
}

render(<Conformance />, document.getElementById("conformance")!);
