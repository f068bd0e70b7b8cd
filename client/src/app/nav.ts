import {
  IconAward,
  IconBook2,
  IconBuildingFactory2,
  IconCalculator,
  IconFiles,
  IconHistory,
  IconHome,
  IconMessages,
  IconPackages,
  IconRosetteDiscountCheck,
  IconSchool,
  IconUsersGroup,
  IconUserStar,
  type Icon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type common from '@/i18n/common.vi.json';
import { may, type Permissions } from '@/shared/lib/permissions';

export type NavItem = {
  path: NonNullable<LinkProps['to']>;
  label: `nav.${keyof (typeof common)['nav']}`;
  icon: Icon;
  /** What the screen is for, in one line of the home page. */
  hint?: `navHint.${keyof (typeof common)['navHint']}`;
  /** Any of these opens the screen; without one everybody signed in may. */
  permission?: string | readonly string[];
};

/** The screens of the left navigation, the palette and the home page, in the order of the work. */
export const NAV_ITEMS: readonly NavItem[] = [
  { path: '/', label: 'nav.home', icon: IconHome },
  {
    path: '/enrollments',
    label: 'nav.enrollments',
    icon: IconFiles,
    hint: 'navHint.enrollments',
    permission: 'enrollments.read',
  },
  {
    path: '/calculator',
    label: 'nav.calculator',
    icon: IconCalculator,
    hint: 'navHint.calculator',
    permission: 'subsidies.calculate',
  },
  {
    path: '/programs',
    label: 'nav.programs',
    icon: IconBook2,
    hint: 'navHint.programs',
    permission: 'programs.read',
  },
  {
    path: '/enterprises',
    label: 'nav.enterprises',
    icon: IconBuildingFactory2,
    hint: 'navHint.enterprises',
    permission: 'enterprises.read',
  },
  {
    path: '/outreach',
    label: 'nav.outreach',
    icon: IconMessages,
    hint: 'navHint.outreach',
    permission: 'outreach.read',
  },
  {
    path: '/courses',
    label: 'nav.courses',
    icon: IconSchool,
    hint: 'navHint.courses',
    permission: 'courses.read',
  },
  {
    path: '/experts',
    label: 'nav.experts',
    icon: IconUserStar,
    hint: 'navHint.experts',
    permission: 'experts.read',
  },
  {
    path: '/awards',
    label: 'nav.awards',
    icon: IconAward,
    hint: 'navHint.awards',
    permission: 'awards.read',
  },
  {
    path: '/commendations',
    label: 'nav.commendations',
    icon: IconRosetteDiscountCheck,
    hint: 'navHint.commendations',
    permission: 'commendations.read',
  },
  {
    path: '/councils',
    label: 'nav.councils',
    icon: IconUsersGroup,
    hint: 'navHint.councils',
    permission: 'councils.read',
  },
  { path: '/audit', label: 'nav.audit', icon: IconHistory, hint: 'navHint.audit', permission: 'audit.read' },
  {
    path: '/admin/packs',
    label: 'nav.packs',
    icon: IconPackages,
    hint: 'navHint.packs',
    permission: 'packs.read',
  },
];

/** Screens below those of the navigation that ask for more than reading. */
const INNER_SCREENS: readonly [RegExp, string][] = [
  [/^\/enrollments\/new$/, 'enrollments.create'],
  [/^\/enterprises\/new$/, 'enterprises.register'],
  [/^\/enterprises\/import$/, 'enterprises.import'],
  [/^\/enterprises\/[^/]+\/edit$/, 'enterprises.update'],
  [/^\/outreach\/new$/, 'outreach.manage'],
  [/^\/outreach\/[^/]+\/edit$/, 'outreach.manage'],
  [/^\/courses\/new$/, 'courses.manage'],
  [/^\/courses\/[^/]+\/(edit|import)$/, 'courses.manage'],
  [/^\/experts\/new$/, 'experts.manage'],
  [/^\/experts\/[^/]+\/edit$/, 'experts.manage'],
  [/^\/council-sessions\//, 'councils.read'],
  [/^\/awards\/new$/, 'awards.manage'],
  [/^\/awards\/[^/]+\/edit$/, 'awards.manage'],
  [/^\/commendations\/new$/, 'commendations.propose'],
  [/^\/commendations\/[^/]+\/edit$/, 'commendations.propose'],
];

/** What a page of the client asks for, by its path; undefined where everybody signed in may look. */
export function permissionFor(pathname: string): string | readonly string[] | undefined {
  const inner = INNER_SCREENS.find(([path]) => path.test(pathname));
  if (inner) return inner[1];
  return NAV_ITEMS.find(({ path }) => path !== '/' && (pathname === path || pathname.startsWith(`${path}/`)))
    ?.permission;
}

export function visibleNavItems(permissions: Permissions): NavItem[] {
  return NAV_ITEMS.filter((item) => may(permissions, item.permission));
}
