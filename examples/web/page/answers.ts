// What the engine answers. Only what the page reads is named here; all of it is the library's own JSON.

export type Language = 'en' | 'zh-Hans' | 'zh-Hant';

export interface Worded { value: unknown; words: string }
export interface Status { value: string; words: string; tone: string; colour: string }
export interface Cell { text: string; words: string; value: string | null; period: string | null; period_words: string | null; why: string | null }
export interface Citation { document: string | Record<string, string>; url?: string; quote?: string | Record<string, string> }
export interface Count { status: Status; count: number }
export interface ByRule { name?: string; class?: string; [key: string]: unknown }
export interface Summary {
  total: number; judged: number; counts: Count[]; words: string; coverage: Cell; coverage_by_weight: Cell;
  unknown_weight: Cell; score: Cell; whole: Record<string, unknown> | null; binding_total: number; binding_words: string;
}
export interface Verdict {
  status: Status; reason: Worded; by_rule: Record<string, unknown> | null; caveats: Worded[]; decided_by: Cell | null;
  last_status: Status | null;
}
export interface Origin {
  title: string | null; publisher: string | null; url: string | null; locator: string | null; note: string | null;
}
export interface Source extends Origin { period_words: string; published: Published }
export type Published = { on: string } | { not_before: string } | string;
export interface Amendment { since: string; why: string | null; citation: Citation | null; revisions: Worded[]; words: string }
export interface FirstPromise { promise: string; revisions: Worded[]; status: Status; reason: Worded; words: string }
export interface Proxy { name: string; words: string; source: Source | null }
export interface Judged {
  verdict: Verdict; facts: Record<string, Cell | Worded | null | unknown[]>; record: { words: string } | null; sources: Source[];
}
export interface Part extends Judged { breakdown: string; name: string; sentence: string }
export interface Target extends Judged {
  code: string; indicator: string; name: string; breakdown: Worded | null; unit: string; promise: string; relation: Worded | null;
  principal: string | null; part_of: string | null; nature: Worded | null; weight: Cell; responsible: string | null;
  citation: Citation | null; note: string | null; amendments: Amendment[]; first_promise: FirstPromise | null; sentence: string;
  proxies: Proxy[]; parts: { words: string; widest_gap: { words: string } | null; rows: Part[]; decided_by: Worded | null } | null;
}
export interface Deliverable {
  code: string; name: string; deadline_words: string; amendments: Amendment[]; first_promise: FirstPromise | null; verifiability: Worded;
  status: Status; reason: Worded; state: Worded | null; reported_on: string | null; share_done: Cell | null; source: Origin | null;
  responsible: string | null; citation: Citation | null; note: string | null;
}
export interface Pillar {
  code: string; name: string; note: string | null; targets: Target[]; deliverables: Deliverable[]; summary: Summary;
  deliverable_counts: Count[]; deliverable_words: string;
}
export interface Report {
  language: Language;
  header: {
    plan: string; name: string; region: string | null; period_words: string; issuers: string[]; published_words: string | null;
    citation: Citation | null; note: string | null; as_of: string; as_of_words: string; rule: string; rule_name: string;
  };
  headings: Record<string, string>;
  legend: { name: string; status: Status }[];
  headline: string | null;
  pillars: Pillar[];
  summary: Summary;
  deliverable_counts: Count[];
  deliverable_words: string;
  attention: {
    code: string; name: string; pillar_name: string; status: Status; reason: Worded; by_rule: Record<string, unknown> | null; sentence: string;
  }[];
}

export type Change =
  | { kind: 'plan' }
  | { kind: 'figure'; name: string; period: string; is_not_before: boolean }
  | { kind: 'amendment' | 'delivery' | 'deadline'; name: string };
export interface Event { day: string; changes: Change[] }
export interface About { plan: string; rules: { code: string; name: string }[]; opens_on: string | null; events: Event[] }

export interface SideBySide {
  comparison: {
    rules: string[];
    targets: { target: string; pillar: string; counts: boolean; classes: { rule: string; class: string; verdict: { status: string } }[] }[];
  };
  disagreements: string[];
}

export type Kind = 'plan' | 'observations' | 'map' | 'table' | 'promises';
export interface Found { severity: 'error' | 'warning' | 'note'; code: string; path: string; words: string }
export interface Reading {
  kind: Kind | null; is_used: boolean; left_out: { rows: number; entries: number }; refusal: { code: string; words?: string } | null; problems: Found[]; not_kept: number;
}

export interface Graphic {
  title: string; description: string; specification: Record<string, unknown>; table: { caption: string; headings: string[]; rows: string[][] };
}
export interface Charts { target: Graphic; parts: Graphic | null }
