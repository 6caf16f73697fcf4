import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { fontSize: '0.8125rem', backgroundColor: 'light-dark(#ffffff, #16191c)', color: 'light-dark(#1b2329, #dde2e6)', height: '100%' },
  '&.cm-focused': { outline: '2px solid var(--mantine-color-anchor)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'light-dark(#1b2329, #ffffff)' },
  '.cm-cursor': { borderLeftColor: 'light-dark(#1b2329, #ffffff)' },
  '.cm-gutters': { backgroundColor: 'light-dark(#f6f8f9, #1b1f23)', color: 'light-dark(#56616b, #a9b2bb)', borderRight: '1px solid light-dark(#dfe5e9, #2c3136)' },
  '.cm-activeLine': { backgroundColor: 'light-dark(#0f66780d, #72c3d114)' },
  '.cm-activeLineGutter': { backgroundColor: 'light-dark(#e2f0f2, #17343a)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'light-dark(#bfe0e6, #1e4d58)' },
  '.cm-tooltip': { backgroundColor: 'var(--mantine-color-body)', color: 'var(--mantine-color-text)', border: '1px solid light-dark(#c6ced4, #3b4248)', maxWidth: 'min(36rem, 90vw)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--app-chosen)', color: 'var(--app-chosen-text)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--mantine-color-dimmed)' },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: 'var(--app-chosen-text)' },
  '.cm-panels': { backgroundColor: 'light-dark(#f6f8f9, #1b1f23)', color: 'var(--mantine-color-text)' },
  '.cm-hits': { fontVariantNumeric: 'tabular-nums' },
  '.cm-hits .cm-gutterElement > div': { minWidth: '2.25rem', padding: '0 4px', textAlign: 'right' },
  '.cm-line.cm-used, .cm-hits .cm-used': { backgroundColor: 'light-dark(#dff3e6, #173524)' },
  '.cm-line.cm-half': { backgroundColor: 'light-dark(#fdf0d0, #3a2e12)' },
  '.cm-line.cm-unused, .cm-hits .cm-unused': { backgroundColor: 'light-dark(#fde4e1, #431d19)' },
  '.cm-changedLine': { backgroundColor: 'light-dark(#e4f5ea, #1b3325) !important' },
  '.cm-deletedChunk': { backgroundColor: 'light-dark(#fdecea, #3a201d)' },
  '.cm-changedText': { background: 'light-dark(#bfe6cd, #2c5a3f) !important' },
  '.cm-deletedText': { background: 'light-dark(#f8cdc8, #6b2f28) !important' },
});

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'light-dark(#0a5565, #8fd0dc)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'light-dark(#7a3e00, #f0c48a)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'light-dark(#6a2a8c, #d9b3f0)' },
  { tag: tags.comment, color: 'light-dark(#56616b, #a9b2bb)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'light-dark(#47525c, #b7c0c8)' },
]);

/** How text and its colours look, in light and in dark. */
export const editorLook = [look, syntaxHighlighting(colours)];
