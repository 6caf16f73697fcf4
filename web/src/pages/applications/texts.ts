import { areaTexts } from '@/app/texts';
import { applicationTexts } from './texts-application';
import { requestTexts } from './texts-requests';
import { sandboxTexts } from './texts-sandbox';

export const useTexts = areaTexts('applications', {
  en: { ...applicationTexts.en, ...requestTexts.en, ...sandboxTexts.en },
  hi: { ...applicationTexts.hi, ...requestTexts.hi, ...sandboxTexts.hi },
});
