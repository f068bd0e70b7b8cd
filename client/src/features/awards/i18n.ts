import { addVietnamese } from '@/i18n';
import vi from './locales/vi.json';

declare module '@/i18n/resources' {
  interface Resources {
    awards: typeof vi;
  }
}

addVietnamese('awards', vi);
