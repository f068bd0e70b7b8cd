import {
  Spotlight,
  createSpotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { foldVi } from '@/shared/lib/vi';
import type { NavItem } from './nav';

const [store, spotlight] = createSpotlight();

export type PaletteCommand = { id: string; label: string; run: () => void };

type PaletteProps = {
  screens: readonly NavItem[];
  commands: readonly PaletteCommand[];
  onClose: () => void;
};

function matches(query: string, label: string): boolean {
  const folded = foldVi(label);
  return foldVi(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

/** Ctrl+K: every screen and command by its name, typed with or without marks. */
export default function Palette({ screens, commands, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useEffect(() => spotlight.open(), []);

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
          const found = action.actions.filter((item) => matches(query, item.label ?? ''));
          return found.length > 0 ? [{ ...action, actions: found }] : [];
        })
      }
      actions={groups}
    />
  );
}
