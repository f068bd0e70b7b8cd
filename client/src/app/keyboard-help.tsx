import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const KEYS = [
  { keys: [['Ctrl', 'K']], label: 'keys.palette' },
  { keys: [['/']], label: 'keys.search' },
  { keys: [['g'], ['h']], label: 'keys.home' },
  { keys: [['j'], ['k']], label: 'keys.rows', alternative: true },
  { keys: [['Enter']], label: 'keys.open' },
  { keys: [['x']], label: 'keys.select' },
  { keys: [['Esc']], label: 'keys.close' },
  { keys: [['?']], label: 'keys.help' },
] as const;

type KeyboardHelpProps = { opened: boolean; onClose: () => void };

export function KeyboardHelp({ opened, onClose }: KeyboardHelpProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('keys.key')}</Table.Th>
            <Table.Th>{t('keys.action')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {KEYS.map(({ keys, label, ...rest }) => (
            <Table.Tr key={label}>
              <Table.Td>
                {keys.map((chord, index) => (
                  <span key={chord.join('+')}>
                    {index > 0 && ('alternative' in rest ? ' / ' : ` ${t('keys.then')} `)}
                    {chord.map((key, part) => (
                      <span key={key}>
                        {part > 0 && ' + '}
                        <Kbd>{key}</Kbd>
                      </span>
                    ))}
                  </span>
                ))}
              </Table.Td>
              <Table.Td>{t(label)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
