import { Burger, Drawer, Menu, Text, Tooltip } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import {
  IconCalendarTime,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import clsx from 'clsx';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { businessClockQuery } from '@/features/calendar/queries';
import { roleLabelKey, useSignOut, type SignedInSession } from '@/features/identity/queries';
import { currentLanguage, setLanguage } from '@/i18n';
import { inLanguage } from '@/shared/lib/labels';
import { useKeySequences } from '@/shared/lib/use-key-sequences';
import { formatDate, formatDateTime } from '@/shared/lib/vi';
import { LinkNav } from '@/shared/ui/links';
import { KeyboardHelp } from './keyboard-help';
import { visibleNavItems, type NavItem } from './nav';
import classes from './shell.module.css';
import { useRouteFocus } from './use-route-focus';

const loadPalette = () => import('./palette');
const Palette = lazy(loadPalette);
const PALETTE_PRELOAD_MS = 1500;

type ShellProps = { session: SignedInSession; children: ReactNode };

/** Header, navigation and main area of everybody who is signed in. */
export function Shell({ session, children }: ShellProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [menuOpened, menu] = useDisclosure();
  const [helpOpened, help] = useDisclosure();
  const [paletteOpened, setPaletteOpened] = useState(false);
  const signOut = useSignOut();
  const items = visibleNavItems(session.permissions);

  useRouteFocus();
  useHotkeys([['mod+K', () => setPaletteOpened(true)]], []);
  useKeySequences({
    '?': help.open,
    '/': () => document.querySelector<HTMLInputElement>('input[data-list-search]')?.focus(),
    'g h': () => void navigate({ to: '/' }),
  });
  // Keys typed while a lazy chunk loads would be lost.
  useEffect(() => {
    const timer = window.setTimeout(() => void loadPalette(), PALETTE_PRELOAD_MS);
    return () => window.clearTimeout(timer);
  }, []);

  const leave = () => {
    signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in' }) });
  };

  return (
    <div className={classes.shell}>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <header className={clsx(classes.top, 'shell-top')}>
        <div className={classes.start}>
          <Burger
            className={classes.burger}
            opened={menuOpened}
            onClick={menu.open}
            size="sm"
            color="white"
            aria-label={t('app.openMenu')}
          />
          <Link to="/" className={classes.name}>
            <span className={classes.roomy}>{t('app.name')}</span>
            <span className={classes.tight}>{t('app.shortName')}</span>
          </Link>
        </div>
        <div className={classes.end}>
          <BusinessDate />
          <button
            type="button"
            className={clsx(classes.find, classes.wide)}
            onClick={() => setPaletteOpened(true)}
          >
            <IconSearch size={16} aria-hidden />
            {t('app.find')}
            <kbd>Ctrl K</kbd>
          </button>
          <LanguageSwitch />
          <UserMenu session={session} onHelp={help.open} onSignOut={leave} />
        </div>
      </header>
      <nav className={clsx(classes.nav, 'shell-nav')} aria-label={t('app.navigation')}>
        <NavList items={items} />
      </nav>
      <Drawer opened={menuOpened} onClose={menu.close} size={280} title={t('app.name')}>
        <nav aria-label={t('app.navigation')}>
          <NavList items={items} onGo={menu.close} />
        </nav>
      </Drawer>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
        <PrintFooter name={session.user.fullName} />
      </main>
      <KeyboardHelp opened={helpOpened} onClose={help.close} />
      {paletteOpened && (
        <Suspense>
          <Palette
            screens={items}
            commands={[
              {
                id: 'language',
                label: t('app.switchLanguage'),
                run: () => void setLanguage(currentLanguage() === 'vi' ? 'en' : 'vi'),
              },
              { id: 'keys', label: t('app.keyboard'), run: help.open },
              { id: 'sign-out', label: t('app.signOut'), run: leave },
            ]}
            findsEnrollments={session.permissions.has('enrollments.read')}
            onClose={() => setPaletteOpened(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

function NavList({ items, onGo }: { items: readonly NavItem[]; onGo?: () => void }) {
  const { t } = useTranslation();
  return items.map(({ path, label, icon: ItemIcon }) => (
    <LinkNav
      key={path}
      to={path}
      label={t(label)}
      leftSection={<ItemIcon size={18} aria-hidden />}
      // The parent lights up for its own pages, the home page only for itself.
      activeOptions={{ exact: path === '/', includeSearch: false }}
      activeProps={{ active: true, 'aria-current': 'page' }}
      onClick={onGo}
    />
  ));
}

/** Who printed the page and when; the time is taken when printing begins. */
function PrintFooter({ name }: { name: string }) {
  const { t } = useTranslation();
  const [at, setAt] = useState('');
  useEffect(() => {
    const stamp = () => flushSync(() => setAt(formatDateTime(new Date().toISOString())));
    window.addEventListener('beforeprint', stamp);
    return () => window.removeEventListener('beforeprint', stamp);
  }, []);
  return <p className="print-only">{t('app.printedBy', { at, name })}</p>;
}

function BusinessDate() {
  const { t } = useTranslation();
  const { data } = useQuery(businessClockQuery);
  if (!data || data.isReal) return null;
  return (
    <Tooltip label={t('app.businessDateHint')} multiline w={260}>
      <span className={classes.date}>
        <IconCalendarTime size={15} aria-hidden />
        <span className={classes.wide}>{t('app.businessDate', { date: formatDate(data.today) })}</span>
        <span className={classes.narrow}>{formatDate(data.today)}</span>
      </span>
    </Tooltip>
  );
}

function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.resolvedLanguage === 'en' ? 'vi' : 'en';
  return (
    <button
      type="button"
      className={classes.item}
      aria-label={t('app.switchLanguage')}
      onClick={() => void setLanguage(other)}
    >
      <IconLanguage size={18} aria-hidden />
      <span className={classes.wide} lang={other}>
        {t('app.otherLanguage')}
      </span>
    </button>
  );
}

type UserMenuProps = { session: SignedInSession; onHelp: () => void; onSignOut: () => void };

function UserMenu({ session, onHelp, onSignOut }: UserMenuProps) {
  const { t } = useTranslation();
  const { user, roles, province, enterprises } = session;
  return (
    <Menu position="bottom-end" width={260} offset={12}>
      <Menu.Target>
        <button
          type="button"
          className={classes.item}
          aria-label={t('app.userMenu', { name: user.fullName })}
        >
          <IconUser size={18} aria-hidden />
          <span className={classes.wide}>{user.fullName}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} size="sm" c="black">
            {user.fullName}
          </Text>
          <Text size="xs">
            {[
              ...roles.map((role) => t(roleLabelKey(role))),
              ...enterprises.map(({ name }) => name),
              province && inLanguage(province.name, province.nameEn),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onHelp}>
          {t('app.keyboard')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={onSignOut}>
          {t('app.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
