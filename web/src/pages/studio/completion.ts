import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { placeAt, ruleText } from './place';
import { wordsAt, type Vocabulary } from './vocabulary';

/** The status that the rule at an offset answers; "" where it says none. */
function statusAt(text: string, offset: number): string {
  const line = text.slice(0, offset).split('\n').length - 1;
  return /respond:[\s{]*status:\s*(\d{3})/.exec(ruleText(text, line) ?? '')?.[1] ?? '';
}

/** The operation that the step at an offset calls; "" where it calls none. */
function callAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return /.*\bcall:\s*([\w-]+)/s.exec(end < 0 ? text : text.slice(0, end))?.[1] ?? '';
}

const insideMapping = /^[\w$*"'-]*$/;

/** Completes names and values of scenario files, by what can be spoken of at the time. */
export function completing(vocabulary: () => Vocabulary) {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const text = state.doc.toString();
    const place = placeAt(text, pos);
    if (!explicit && place.typed === '' && place.kind === 'name' && !place.flow) {
      return null;
    }
    if (place.kind === 'name' && !insideMapping.test(place.typed)) {
      return null;
    }
    const element = place.path.at(-1) === '[]';
    const words = wordsAt(vocabulary(), place, { status: statusAt(text, pos), call: callAt(text, pos) }).filter((c) => element || c.name === (place.kind === 'name'));
    const options = words.map(
      ({ label, detail, name }): Completion => ({
        label,
        apply: name ? `${label === '*' ? "'*'" : label}: ` : label,
        type: name ? 'property' : 'constant',
        ...(detail !== '' && { info: detail }),
      }),
    );
    return options.length === 0 ? null : { from: pos - place.typed.length, options, validFor: /^[\w$./+-]*$/ };
  };
}
