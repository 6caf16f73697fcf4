import { yaml } from '@codemirror/lang-yaml';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { useEffect, useRef } from 'react';
import { styleNonce } from '@/app/style-nonce';
import { editorLook } from './editor-look';

const common = (label: string): Extension[] => [
  EditorView.cspNonce.of(styleNonce),
  lineNumbers(),
  yaml(),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
  editorLook,
];

interface DifferenceProps {
  label: string;
  before: string;
  after: string;
}

/** Shows one text with what is different from another: lines that are gone stand in red, lines that are new in green. */
export function Difference({ label, before, after }: DifferenceProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = new EditorView({
      ...(holder.current && { parent: holder.current }),
      state: EditorState.create({
        doc: after,
        extensions: [
          ...common(label),
          EditorState.readOnly.of(true),
          unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 3, minSize: 6 } }),
        ],
      }),
    });
    return () => view.destroy();
  }, [label, before, after]);
  return <div ref={holder} className="studio-editor studio-small" />;
}

interface MergeProps {
  theirs: string;
  mine: string;
  theirLabel: string;
  myLabel: string;
  onChange: (merged: string) => void;
}

/** Two texts beside each other: theirs to read and to take pieces from, one's own to edit. */
export function Merge({ theirs, mine, theirLabel, myLabel, onChange }: MergeProps) {
  const holder = useRef<HTMLDivElement>(null);
  const change = useRef(onChange);
  const begun = useRef(mine); // later it is edited here
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    const parent = holder.current;
    if (!parent) {
      return undefined;
    }
    const view = new MergeView({
      parent,
      a: { doc: theirs, extensions: [...common(theirLabel), EditorState.readOnly.of(true)] },
      b: {
        doc: begun.current,
        extensions: [
          ...common(myLabel),
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              change.current(update.state.doc.toString());
            }
          }),
        ],
      },
      revertControls: 'a-to-b',
      gutter: true,
    });
    return () => view.destroy();
  }, [theirs, theirLabel, myLabel]);
  return <div ref={holder} className="studio-editor studio-merge" />;
}
