import { areaTexts } from '@/app/texts';
import { manageTexts } from './texts-manage';
import { partnerTexts } from './texts-partners';
import { recordTexts } from './texts-records';
import { reviewTexts } from './texts-reviews';

export const useTexts = areaTexts('bank', {
  en: { ...reviewTexts.en, ...partnerTexts.en, ...recordTexts.en, ...manageTexts.en },
  hi: { ...reviewTexts.hi, ...partnerTexts.hi, ...recordTexts.hi, ...manageTexts.hi },
});
