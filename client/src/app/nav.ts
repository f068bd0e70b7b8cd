import {
  IconBook2,
  IconBuildingFactory2,
  IconCalculator,
  IconFiles,
  IconHistory,
  IconHome,
  IconPackages,
  type Icon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type common from '@/i18n/common.vi.json';
import { may, type Permissions } from '@/shared/lib/permissions';

export type NavItem = {
  path: NonNullable<LinkProps['to']>;
  label: `nav.${keyof (typeof common)['nav']}`;
  icon: Icon;
  /** Any of these opens the screen; without one everybody signed in may. */
  permission?: string | readonly string[];
};

/** The screens of the left navigation, the palette and the home page, in the order of the work. */
export const NAV_ITEMS: readonly NavItem[] = [
  { path: '/', label: 'nav.home', icon: IconHome },
  { path: '/enrollments', label: 'nav.enrollments', icon: IconFiles, permission: 'enrollments.read' },
  { path: '/calculator', label: 'nav.calculator', icon: IconCalculator, permission: 'subsidies.calculate' },
  { path: '/programs', label: 'nav.programs', icon: IconBook2, permission: 'programs.read' },
  {
    path: '/enterprises',
    label: 'nav.enterprises',
    icon: IconBuildingFactory2,
    permission: 'enterprises.read',
  },
  { path: '/audit', label: 'nav.audit', icon: IconHistory, permission: 'audit.read' },
  { path: '/admin/packs', label: 'nav.packs', icon: IconPackages, permission: 'packs.read' },
];

export function visibleNavItems(permissions: Permissions): NavItem[] {
  return NAV_ITEMS.filter((item) => may(permissions, item.permission));
}
