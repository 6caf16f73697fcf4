import { areaTexts } from '@/app/texts';
import { applicationTexts } from './texts-application';
import { requestTexts } from './texts-requests';
import { sandboxTexts } from './texts-sandbox';
import { simulateTexts } from './texts-simulate';

export const useTexts = areaTexts('applications', {
  en: { ...applicationTexts.en, ...requestTexts.en, ...sandboxTexts.en, ...simulateTexts.en },
  hi: { ...applicationTexts.hi, ...requestTexts.hi, ...sandboxTexts.hi, ...simulateTexts.hi },
});
