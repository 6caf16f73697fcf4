import { useQuery } from '@tanstack/react-query';
import { plansQuery, useApiTitle, type Request } from './data';
import { useTexts } from './texts';

/** Gives what a request asks for, in a few words, such as "Deposits: UAT". */
export function useWish(): (request: Request) => string {
  const t = useTexts();
  const title = useApiTitle();
  const plans = useQuery(plansQuery).data;
  return (r) => {
    const apis = (r.apis ?? []).map(title).join(', ');
    if (r.stage !== undefined) {
      return `${apis}: ${t(`stage_${r.stage}`)}`;
    }
    if (r.plan !== undefined) {
      return `${apis}: ${plans?.api.find((p) => p.name === r.plan)?.title ?? r.plan}`;
    }
    if (r.accountPlan) {
      const { access, quota } = r.accountPlan;
      return `${plans?.access.find((p) => p.name === access)?.title ?? access}, ${plans?.quota.find((p) => p.name === quota)?.title ?? quota}`;
    }
    return apis;
  };
}
