/** As much of a document's node as a panel needs to be put together: a tree, and nobody who looks at it. */
export class BareNode {
  childNodes: BareNode[] = [];
  parentNode: BareNode | null = null;
  readonly attributes: readonly unknown[] = [];
  readonly style = { setProperty: (): void => {} };
  readonly dataset: Record<string, string> = {};
  readonly classList = { add: (): void => {}, remove: (): void => {} };
  data = "";
  src = "";
  onload: ((event: { readonly type: string }) => void) | null = null;
  onerror: ((event: { readonly type: string }) => void) | null = null;

  constructor(
    readonly localName: string,
    readonly nodeType: 1 | 3 = 1,
  ) {}

  get firstChild(): BareNode | null {
    return this.childNodes[0] ?? null;
  }
  get nextSibling(): BareNode | null {
    const siblings = this.parentNode?.childNodes ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  insertBefore(node: BareNode, next: BareNode | null): BareNode {
    node.remove();
    this.childNodes.splice(next === null ? this.childNodes.length : this.childNodes.indexOf(next), 0, node);
    node.parentNode = this;
    return node;
  }
  appendChild(node: BareNode): BareNode {
    return this.insertBefore(node, null);
  }
  append(node: BareNode): void {
    this.appendChild(node);
  }
  removeChild(node: BareNode): BareNode {
    this.childNodes = this.childNodes.filter((each) => each !== node);
    node.parentNode = null;
    return node;
  }
  remove(): void {
    this.parentNode?.removeChild(this);
  }
  contains(node: BareNode | null): boolean {
    return node !== null && (node === this || this.contains(node.parentNode));
  }
  /** All text below. */
  get textContent(): string {
    return this.data + this.childNodes.map((node) => node.textContent).join("");
  }
  getAttribute(): null {
    return null;
  }
  setAttribute(): void {}
  removeAttribute(): void {}
  addEventListener(): void {}
  removeEventListener(): void {}
  focus(): void {}
  querySelector(): null {
    return null;
  }
  querySelectorAll(): readonly BareNode[] {
    return [];
  }
}

/** What becomes of a script that is put into the head: nothing where this returns false. */
export type Loader = (address: string) => boolean;

/** A head that loads scripts, in a turn of their own as browsers do. */
class BareHead extends BareNode {
  constructor(private readonly load: Loader) {
    super("head");
  }

  override insertBefore(node: BareNode, next: BareNode | null): BareNode {
    super.insertBefore(node, next);
    if (node.localName === "script") {
      setTimeout(() => {
        const type = this.load(node.src) ? "load" : "error";
        (type === "load" ? node.onload : node.onerror)?.({ type });
      }, 0);
    }
    return node;
  }
}

/** A document with one place for the panel. */
export function bareDocument(script: string, officeJs: string, load: Loader) {
  const none = (): void => {};
  const pane = new BareNode("div");
  return {
    pane,
    head: new BareHead(load), body: new BareNode("body"), documentElement: new BareNode("html"),
    hidden: false, visibilityState: "visible", activeElement: null,
    currentScript: { src: script, tagName: "SCRIPT" },
    createElement: (name: string) => new BareNode(name),
    createElementNS: (_space: string, name: string) => new BareNode(name),
    createTextNode: (text: string) => Object.assign(new BareNode("#text", 3), { data: text }),
    querySelector: (path: string) => (path === "link#office" ? { href: officeJs } : null),
    getElementById: () => pane,
    getElementsByTagName: () => [],
    addEventListener: none, removeEventListener: none,
  };
}
