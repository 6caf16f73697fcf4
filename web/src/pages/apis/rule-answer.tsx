import type { SandboxSchemas } from '@/api/clients';
import { State } from '@/parts/state';
import { useTexts } from './texts';

type Answer = SandboxSchemas['RuleAnswer'];

/** What a rule answers, in a word or two. */
export function RuleAnswerView({ answer }: { answer: Answer }) {
  const t = useTexts();
  const said = [answer.status, answer.fault ?? answer.problem].filter((v) => v !== undefined).join(' ');
  const bad = answer.fault !== undefined || (answer.status ?? 200) >= 500;
  return <State tone={bad ? 'bad' : (answer.status ?? 200) >= 400 ? 'wait' : 'good'}>{said === '' ? t(`answer_${answer.kind}`) : said}</State>;
}
