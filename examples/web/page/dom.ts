// Elements from data. Words only ever become text nodes, so that no document can bring markup or script onto the page.

// More letters than these nobody reads in one place, and a browser takes long to lay them out.
const MOST_LETTERS = 10_000;
const shortened = (text: string): string => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);

export type Child = Node | string | number | null | undefined | false | Child[];
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

export function el<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key, value as EventListener);
    else element.setAttribute(key, value === true ? '' : shortened(String(value)));
  }
  append(element, children);
  return element;
}

function append(parent: HTMLElement, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === '') continue;
    if (Array.isArray(child)) append(parent, child);
    else if (child instanceof Node) parent.appendChild(child);
    else parent.append(...spoken(shortened(String(child)), parent));
  }
}

// Plans keep words in the languages in which they were written. What is written in another script than that of the page is marked, so that it is
// read aloud as what it is: runs of Chinese letters on an English page, two Latin words and more on a Chinese one.
const CHINESE = /\p{Script=Han}(?:[^\p{L}]*[\p{Script=Han}\u3000-\u303f\uff00-\uffef])*/gu;
const LATIN = /\p{Script=Latin}{2,}(?:[^\p{L}\u3000-\u303f\uff00-\uffef]+\p{Script=Latin}{2,})+/gu;

function spoken(text: string, parent: HTMLElement): (Node | string)[] {
  const [foreign, lang] = document.documentElement.lang.startsWith('zh') ? [LATIN, 'en'] : [CHINESE, 'zh'];
  if (parent instanceof HTMLOptionElement) {
    // No element stands in an option.
    if (!parent.lang && text.search(foreign) >= 0) parent.lang = lang;
    return [text];
  }
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const { 0: run, index } of text.matchAll(foreign)) {
    const marked = document.createElement('span');
    marked.lang = lang;
    marked.textContent = run;
    parts.push(text.slice(at, index), marked);
    at = index + run.length;
  }
  return [...parts, text.slice(at)].filter((part) => part !== '');
}

// A link to an address from a document: only the web's own, and else plain words.
export function linked(words: string, address: string | null | undefined): Child {
  const isWeb = typeof address === 'string' && /^https?:\/\//i.test(address);
  return isWeb ? el('a', { href: address, rel: 'noopener noreferrer nofollow', target: '_blank' }, words) : words;
}

export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found as T;
}

// For those who do not see the page.
export function say(text: string): void {
  byId('live').textContent = text;
}
