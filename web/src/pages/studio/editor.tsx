import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { PortalSchemas } from '@/api/clients';
import { styleNonce } from '@/app/style-nonce';
import { completing } from './completion';
import { coverageMarks, paintCoverage, type CoveredLine } from './coverage-marks';
import { editorLook } from './editor-look';
import type { Vocabulary } from './vocabulary';

type Finding = PortalSchemas['FileFinding'];

interface Props {
  /** What it is, for readers of the screen. */
  label: string;
  value: string;
  /** Without it the text is only read. */
  onChange?: (value: string) => void;
  /** Told the line of the cursor, from 0. */
  onLine?: (line: number) => void;
  onSave?: () => void;
  findings?: Finding[];
  covered?: CoveredLine[];
  vocabulary?: Vocabulary;
  /** Given the editor once it stands, to move its cursor. */
  onReady?: (view: EditorView) => void;
}

function placed(state: EditorState, finding: Finding): Diagnostic {
  const line = state.doc.line(Math.min(Math.max(finding.line ?? 1, 1), state.doc.lines));
  const from = Math.min(line.from + Math.max((finding.column ?? 1) - 1, 0), line.to);
  const token = /^("[^"]*"|'[^']*'|[^\s,{}[\]:]+)/.exec(line.text.slice(from - line.from))?.[0].length ?? 0;
  const hint = finding.hint === undefined ? '' : `\n${finding.hint}`;
  return { from, to: Math.min(from + Math.max(token, 1), line.to), severity: finding.severity, message: finding.message + hint };
}

/** Moves the cursor to a place, line and column from 1, and shows it. */
export function goTo(view: EditorView, line: number, column = 1): void {
  const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  view.dispatch({
    selection: { anchor: Math.min(at.from + column - 1, at.to) },
    effects: EditorView.scrollIntoView(at.from, { y: 'center' }),
  });
  view.focus();
}

/** An editor for the text of a scenario file. Tab leaves it; Ctrl-Space completes, Ctrl-S saves. */
export default function Editor(props: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const now = useRef(props);
  useEffect(() => {
    now.current = props;
  });
  const { value, findings, covered, label } = props;
  const readOnly = props.onChange === undefined;
  useEffect(() => {
    const empty: Vocabulary = { apis: [], document: undefined, tables: [], states: [], problems: [], schema: undefined };
    const own = new EditorView({
      ...(holder.current && { parent: holder.current }),
      state: EditorState.create({
        doc: now.current.value,
        extensions: [
          EditorView.cspNonce.of(styleNonce),
          lineNumbers(),
          coverageMarks,
          lintGutter(),
          foldGutter(),
          history(),
          drawSelection(),
          indentOnInput(),
          indentUnit.of('  '),
          bracketMatching(),
          closeBrackets(),
          highlightActiveLine(),
          highlightActiveLineGutter(),
          highlightSelectionMatches(),
          yaml(),
          autocompletion({ override: [completing(() => now.current.vocabulary ?? empty)], icons: false }),
          keymap.of([
            { key: 'Mod-s', run: () => (now.current.onSave?.(), true) },
            ...closeBracketsKeymap,
            ...defaultKeymap,
            ...searchKeymap,
            ...historyKeymap,
            ...foldKeymap,
            ...completionKeymap,
            ...lintKeymap,
          ]),
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              now.current.onChange?.(update.state.doc.toString());
            }
            if (update.docChanged || update.selectionSet) {
              now.current.onLine?.(update.state.doc.lineAt(update.state.selection.main.head).number - 1);
            }
          }),
          editorLook,
        ],
      }),
    });
    view.current = own;
    now.current.onReady?.(own);
    return () => own.destroy();
  }, [readOnly, label]);
  useEffect(() => {
    const own = view.current;
    if (own && own.state.doc.toString() !== value) {
      own.dispatch({ changes: { from: 0, to: own.state.doc.length, insert: value } });
    }
  }, [value]);
  useEffect(() => {
    const own = view.current;
    if (own) {
      own.dispatch(setDiagnostics(own.state, (findings ?? []).map((f) => placed(own.state, f))));
    }
  }, [findings]);
  useEffect(() => {
    view.current?.dispatch({ effects: paintCoverage.of(covered ?? []) });
  }, [covered]);
  return <div ref={holder} className="studio-editor" />;
}
