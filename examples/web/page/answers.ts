// What the engine answers. A plan's report and its comparison are the library's own JSON, by the types that are made from its schemas; what is beside
// them here is what the page's engine adds to it, in `src/session.rs` and `src/events.rs`.

import type { PlanComparison } from '../types/plan-comparison';
import type { TargetRow } from '../types/report';

export type {
  AmendmentCells, Cell, CitationCells, DeliverableRow, FactCells, FigureSource, FirstPromiseCells, Heading, Origin, PartRow, PillarReport, Published, Report,
  StatusCells, StatusCount, TargetRow, VerdictCells,
} from '../types/report';

export type Language = 'en' | 'zh-Hans' | 'zh-Hant';
// A row of a report that was judged by a rule: a target, or a part of one.
export type Judged = Pick<TargetRow, 'verdict' | 'facts' | 'record'>;

export type Change =
  | { kind: 'plan' }
  | { kind: 'figure'; name: string; period: string; is_not_before: boolean }
  | { kind: 'amendment' | 'delivery' | 'deadline'; name: string };
export interface Event { day: string; changes: Change[] }
export interface About { plan: string; rules: { code: string; name: string }[]; opens_on: string | null; events: Event[] }

export interface SideBySide { comparison: PlanComparison; disagreements: string[] }

export type RefusalCode = 'too_large' | 'too_many' | 'too_many_files' | 'syntax' | 'no_document' | 'no_plan' | 'no_map' | 'unreadable' | 'stopped';
export interface Refusal { code: RefusalCode; words?: string }
export type Kind = 'plan' | 'observations' | 'map' | 'table' | 'promises';
export interface Found { severity: 'error' | 'warning' | 'note'; code: string; path: string; words: string }
export interface Reading {
  kind: Kind | null; is_used: boolean; left_out: { rows: number; entries: number }; refusal: Refusal | null; problems: Found[];
  not_kept: number;
}

export interface Graphic {
  title: string; description: string; specification: Record<string, unknown>; table: { caption: string; headings: string[]; rows: string[][] };
}
export interface Charts { target: Graphic; parts: Graphic | null }
