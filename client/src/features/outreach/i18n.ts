import { addVietnamese } from '@/i18n';
import vi from './locales/vi.json';

declare module '@/i18n/resources' {
  interface Resources {
    outreach: typeof vi;
  }
}

addVietnamese('outreach', vi);
