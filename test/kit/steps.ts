import { Session } from "node:inspector";

interface Range {
  readonly startOffset: number;
  readonly count: number;
}
interface Script {
  readonly url: string;
  readonly functions: readonly { readonly functionName: string; readonly ranges: readonly Range[] }[];
}

/**
 * Counts how often blocks of the core's code run: exact and the same on every computer. Blocks are counted in modules
 * that are loaded after the counter was made. Work inside one call of the language itself, such as a pattern's, counts once.
 */
export class Steps {
  private readonly session = new Session();

  constructor() {
    this.session.connect();
    this.session.post("Profiler.enable");
    this.session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** Steps of `work`, with the places that took most of them. */
  of(work: () => unknown): { readonly steps: number; readonly most: string } {
    this.take();
    work();
    const places = this.take().flatMap(({ url, functions }) =>
      functions.flatMap(({ functionName, ranges }) =>
        ranges.map(({ startOffset, count }) => ({ place: `${url.replace(/^.*\/core\//, "")} ${functionName}@${startOffset}`, count }))));
    const most = [...places].sort((a, b) => b.count - a.count).slice(0, 2).map(({ place, count }) => `${place} ${count}`);
    return { steps: places.reduce((sum, { count }) => sum + count, 0), most: most.join(", ") };
  }

  end(): void {
    this.session.post("Profiler.stopPreciseCoverage");
    this.session.disconnect();
  }

  private take(): Script[] {
    let scripts: Script[] = [];
    this.session.post("Profiler.takePreciseCoverage", (error, { result }) => {
      if (error !== null) throw error;
      scripts = result.filter(({ url }) => url.includes("/core/"));
    });
    return scripts;
  }
}
