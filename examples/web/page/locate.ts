// Where in a document a path such as `pillars[0].indicators[2].deadline` leads: one walk finds all of them.

export interface Place { line: number; text: string }

interface Wanted { next: Map<string, Wanted>; path: string | null }

// The places of paths in a text that is JSON. What is missing has the place of what it is missing from, unless that is the whole document.
export function locate(text: string, paths: string[]): Map<string, Place> {
  const root: Wanted = { next: new Map(), path: '' };
  for (const path of paths) {
    let wanted = root;
    for (const step of path.match(/[^.[\]]+/g) ?? []) {
      const next = wanted.next.get(step) ?? { next: new Map(), path: null };
      wanted.next.set(step, next);
      wanted = next;
    }
    if (path !== '') wanted.path = path;
  }
  return new Walk(text).walk(root);
}

class Walk {
  #at = 0;
  #line = 1;
  #counted = 0; // so far the lines are counted
  #found = new Map<string, Place>();

  constructor(private readonly text: string) {}

  walk(root: Wanted): Map<string, Place> {
    this.#value(root);
    return this.#found;
  }

  #blank(): void {
    while (/\s/.test(this.text[this.#at] ?? '')) this.#at += 1;
  }

  #lineOf(place: number): number {
    for (; this.#counted < place; this.#counted += 1) if (this.text[this.#counted] === '\n') this.#line += 1;
    return this.#line;
  }

  #value(wanted: Wanted | undefined): void {
    this.#blank();
    const begin = this.#at;
    const line = wanted ? this.#lineOf(begin) : 0;
    const sign = this.text[begin];
    if (!wanted || wanted.next.size === 0 || (sign !== '{' && sign !== '[')) this.#skip();
    else if (sign === '{') this.#entries(wanted);
    else this.#items(wanted);
    if (wanted && wanted.path !== '') this.#claim(wanted, { line, text: this.text.slice(begin, Math.min(this.#at, begin + 160)) });
  }

  #claim(wanted: Wanted, place: Place): void {
    if (wanted.path !== null && !this.#found.has(wanted.path)) this.#found.set(wanted.path, place);
    for (const next of wanted.next.values()) this.#claim(next, place);
  }

  #entries(wanted: Wanted): void {
    this.#at += 1;
    for (;;) {
      this.#blank();
      if (this.text[this.#at] !== '"') break;
      const begin = this.#at;
      this.#string();
      const key = JSON.parse(this.text.slice(begin, this.#at)) as string;
      this.#blank();
      this.#at += 1; // the colon
      this.#value(wanted.next.get(key));
      this.#blank();
      if (this.text[this.#at] === ',') this.#at += 1;
    }
    this.#at += 1;
  }

  #items(wanted: Wanted): void {
    this.#at += 1;
    for (let index = 0; ; index += 1) {
      this.#blank();
      if (this.text[this.#at] === ']' || this.#at >= this.text.length) break;
      // Series are called by the code of their indicator where they are set beside a plan.
      const code = /^\{\s*"(?:indicator|code)"\s*:\s*"([^"\\]{1,64})"/.exec(this.text.slice(this.#at, this.#at + 200))?.[1];
      this.#value(wanted.next.get(String(index)) ?? (code === undefined ? undefined : wanted.next.get(code)));
      this.#blank();
      if (this.text[this.#at] === ',') this.#at += 1;
    }
    this.#at += 1;
  }

  #string(): void {
    for (this.#at += 1; this.#at < this.text.length && this.text[this.#at] !== '"'; this.#at += 1) if (this.text[this.#at] === '\\') this.#at += 1;
    this.#at += 1;
  }

  // A value that nobody asks for.
  #skip(): void {
    let depth = 0;
    do {
      const sign = this.text[this.#at];
      if (sign === '"') { this.#string(); continue; }
      if (sign === '{' || sign === '[') depth += 1;
      if (sign === '}' || sign === ']') depth -= 1;
      if (depth === 0 && /[^\s,:\]}]/.test(sign ?? '')) {
        while (this.#at < this.text.length && /[^\s,\]}]/.test(this.text[this.#at] ?? '')) this.#at += 1;
        return;
      }
      this.#at += 1;
    } while (depth > 0 && this.#at < this.text.length);
  }
}
