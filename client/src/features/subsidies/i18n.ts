import { addVietnamese } from '@/i18n';
import vi from './locales/vi.json';

declare module '@/i18n/resources' {
  interface Resources {
    subsidies: typeof vi;
  }
}

addVietnamese('subsidies', vi);
