// The plans that can be shown: those that are shipped, and the one that the reader brought.

import texts from 'shipped';
import type { Language } from './answers';
import type { Words } from './words';

// The texts that are read, in their order: a table stands behind its map.
export interface Documents { plan: string[]; figures: string[] }

export const OWN = 'own';
export const textsOf = ({ plan, figures }: Documents): string[] => [...plan, ...figures];

type Name = string | Record<string, string>;
const inLanguage = (name: Name, language: Language): string => (typeof name === 'string' ? name : (name[language] ?? Object.values(name)[0]));

export class Plans {
  own: Documents | null = null;
  readonly #shipped = new Map(Object.entries(texts).map(([code, { plan, figures }]) => [code, { plan: [plan], figures: [figures] }]));
  readonly #names = new Map(Object.entries(texts).map(([code, { plan }]) => [code, JSON.parse(plan).name as Name]));
  readonly first = Object.keys(texts)[0];

  has(code: string): boolean {
    return this.documents(code) !== undefined;
  }

  documents(code: string): Documents | undefined {
    return code === OWN && this.own ? this.own : this.#shipped.get(code);
  }

  // Their codes and names, as a reader chooses among them.
  choices(language: Language, words: Words): [string, string][] {
    const shipped = [...this.#names].map(([code, name]): [string, string] => [code, inLanguage(name, language)]);
    return this.own ? [...shipped, [OWN, words.own]] : shipped;
  }
}
