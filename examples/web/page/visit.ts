// Where the reader was on each page of this visit: on what the focus was, and how far down. A step back or forward leads there again.

// How what has the focus within the content is found again: the same link may stand there twice.
export interface Focus { selector: string; place: number }
interface Place { focus: Focus | null; top: number }

export class Visit {
  readonly #places = new Map<number, Place>();
  #entry = 0; // the page of the visit that is shown
  #last = 0; // the newest of them
  #returnTo: Place | null = null;

  constructor(private readonly main: HTMLElement, follow: () => void) {
    history.scrollRestoration = 'manual';
    history.replaceState(this.#entry, '');
    addEventListener('popstate', ({ state: to }) => {
      this.#remember();
      this.#entry = typeof to === 'number' ? to : (this.#last += 1);
      this.#returnTo = this.#places.get(this.#entry) ?? null;
      follow();
    });
  }

  #remember(): void {
    this.#places.set(this.#entry, { focus: this.focused(), top: window.scrollY });
  }

  // On to an address that is new.
  leave(address: string): void {
    this.#remember();
    this.#entry = this.#last += 1;
    history.pushState(this.#entry, '', address);
  }

  // The same page under another address.
  rename(address: string): void {
    history.replaceState(this.#entry, '', address);
  }

  focused(): Focus | null {
    const one = document.activeElement as HTMLElement | null;
    if (one === null || !this.main.contains(one)) return null;
    const link = one.getAttribute('href');
    const folded = one.tagName === 'SUMMARY' ? one.closest<HTMLElement>('[data-keep]')?.dataset.keep : undefined;
    const selector = link ? `a[href="${CSS.escape(link)}"]` : folded ? `[data-keep="${CSS.escape(folded)}"] > summary` : null;
    return selector === null ? null : { selector, place: [...this.main.querySelectorAll<HTMLElement>(selector)].indexOf(one) };
  }

  // The content is new. On the same page the focus stays on what had it; on another one it is where it was there before, or at the title.
  arrive(isMoved: boolean, had: Focus | null): void {
    const wanted = isMoved ? this.#returnTo?.focus : had;
    const place = wanted ? this.main.querySelectorAll<HTMLElement>(wanted.selector)[wanted.place] : null;
    (place ?? (isMoved ? this.main.querySelector<HTMLElement>('h1') : null))?.focus({ preventScroll: true });
    if (isMoved) window.scrollTo(0, this.#returnTo?.top ?? 0);
    this.#returnTo = null;
  }
}
