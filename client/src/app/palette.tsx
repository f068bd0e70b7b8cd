import { useDebouncedValue } from '@mantine/hooks';
import {
  Spotlight,
  createSpotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconFile, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findEnrollmentsQuery } from '@/features/enrollments/queries';
import { foldVi } from '@/shared/lib/vi';
import type { NavItem } from './nav';

const [store, spotlight] = createSpotlight();

export type PaletteCommand = { id: string; label: string; run: () => void };

type PaletteProps = {
  screens: readonly NavItem[];
  commands: readonly PaletteCommand[];
  /** Dossiers are found by code or enterprise name by those who may read them. */
  findsEnrollments: boolean;
  onClose: () => void;
};

/** A found dossier matches whatever was typed: the server has searched. */
const FOUND = 'found:';
const PAUSE_MS = 250;

function matches(query: string, label: string): boolean {
  const folded = foldVi(label);
  return foldVi(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

/** Ctrl+K: every screen and command by its name, typed with or without marks. */
export default function Palette({ screens, commands, findsEnrollments, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useEffect(() => spotlight.open(), []);

  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.normalize('NFC').trim(), PAUSE_MS);
  const { data } = useQuery(findEnrollmentsQuery(findsEnrollments ? q : ''));
  const found = typed.trim() === '' ? [] : (data?.items ?? []);

  const groups = [
    {
      group: t('palette.screens'),
      actions: screens.map(({ path, label, icon: ScreenIcon }): SpotlightActionData => ({
        id: path,
        label: t(label),
        leftSection: <ScreenIcon size={18} aria-hidden />,
        onClick: () => void navigate({ to: path }),
      })),
    },
    {
      group: t('palette.enrollments'),
      actions: found.map(({ id, code, enterpriseName }): SpotlightActionData => ({
        id: `${FOUND}${id}`,
        label: code == null ? enterpriseName : `${code} – ${enterpriseName}`,
        leftSection: <IconFile size={18} aria-hidden />,
        onClick: () => void navigate({ to: '/enrollments/$enrollmentId', params: { enrollmentId: id } }),
      })),
    },
    {
      group: t('palette.commands'),
      actions: commands.map(({ id, label, run }): SpotlightActionData => ({ id, label, onClick: run })),
    },
  ];

  return (
    <Spotlight
      store={store}
      shortcut={null}
      attributes={{ content: { 'aria-label': t('palette.title') } }}
      onSpotlightClose={onClose}
      onQueryChange={setTyped}
      nothingFound={t('palette.nothing')}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      searchProps={{
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.title'),
        leftSection: <IconSearch size={16} aria-hidden />,
      }}
      filter={(query, actions) =>
        actions.flatMap<SpotlightActionData | SpotlightActionGroupData>((action) => {
          if (!('actions' in action)) return matches(query, action.label ?? '') ? [action] : [];
          const left = action.actions.filter(
            (item) => item.id.startsWith(FOUND) || matches(query, item.label ?? ''),
          );
          return left.length > 0 ? [{ ...action, actions: left }] : [];
        })
      }
      actions={groups}
    />
  );
}
