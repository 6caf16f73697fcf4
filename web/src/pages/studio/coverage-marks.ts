import { RangeSet, StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker } from '@codemirror/view';

/** What has been seen of a line: a rule or one of its conditions. */
export interface CoveredLine {
  /** From 1. */
  line: number;
  use: 'used' | 'half' | 'unused';
  /** What stands beside the line, such as "3×". */
  label: string;
  /** The same in words. */
  title: string;
}

class Hits extends GutterMarker {
  readonly covered: CoveredLine;

  constructor(covered: CoveredLine) {
    super();
    this.covered = covered;
  }

  override eq(other: Hits): boolean {
    return other.covered.label === this.covered.label && other.covered.use === this.covered.use;
  }

  override toDOM(): Node {
    const shown = document.createElement('div');
    shown.textContent = this.covered.label;
    shown.title = this.covered.title;
    shown.className = `cm-${this.covered.use}`;
    return shown;
  }
}

/** Paints lines by what has been seen of them; none takes the paint away. */
export const paintCoverage = StateEffect.define<CoveredLine[]>();

interface Painted {
  lines: RangeSet<Decoration>;
  hits: RangeSet<GutterMarker>;
}

const nothing: Painted = { lines: Decoration.none, hits: RangeSet.of<GutterMarker>([]) };

function painted(doc: Text, covered: CoveredLine[]): Painted {
  const there = covered.filter(({ line }) => line >= 1 && line <= doc.lines).sort((a, b) => a.line - b.line);
  const first = there.filter((c, i) => there[i - 1]?.line !== c.line);
  const at = (c: CoveredLine) => doc.line(c.line).from;
  return {
    lines: Decoration.set(first.map((c) => Decoration.line({ class: `cm-${c.use}` }).range(at(c)))),
    hits: RangeSet.of(first.map((c) => new Hits(c).range(at(c)))),
  };
}

const coverage = StateField.define<Painted>({
  create: () => nothing,
  update(before, transaction) {
    const paint = transaction.effects.find((e) => e.is(paintCoverage));
    if (paint) {
      return painted(transaction.state.doc, paint.value);
    }
    return transaction.docChanged ? { lines: before.lines.map(transaction.changes), hits: before.hits.map(transaction.changes) } : before;
  },
  provide: (field) => EditorView.decorations.from(field, ({ lines }) => lines),
});

/** Shows what {@link paintCoverage} paints, with a gutter while there is something. */
export const coverageMarks: Extension = [coverage, gutter({ class: 'cm-hits', markers: (view) => view.state.field(coverage).hits })];
