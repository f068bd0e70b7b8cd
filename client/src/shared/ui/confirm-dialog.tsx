import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { ProblemBanner } from './banner';

type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  /** Names the act and its object: "Nộp hồ sơ HS-2022-0012". */
  title: string;
  /** What follows from it. */
  consequence: ReactNode;
  /** The word on the button; a verb, never "OK". */
  verb: string;
  danger?: boolean;
  /** Asks for a reason where the law or the record needs one. */
  reason?: { label: string; hint?: string; required?: boolean; maxLength?: number };
  /** More fields of the act, kept by the caller. */
  children?: ReactNode;
  onConfirm: (reason: string) => Promise<unknown>;
};

/** Confirms an act that cannot be taken back or that leaves the house. A refusal is shown inside, the text stays. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  useReturnFocus();
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      <ConfirmForm {...props} />
    </Modal>
  );
}

function ConfirmForm({
  onClose,
  consequence,
  verb,
  danger = false,
  reason,
  children,
  onConfirm,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const confirm = async () => {
    const given = text.trim();
    if (reason?.required && given === '') {
      setMissing(true);
      return;
    }
    setBusy(true);
    setError(null);
    try {
      await onConfirm(given);
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Stack gap="md">
        {error !== null && <ProblemBanner error={error} />}
        <Text component="div" size="sm">
          {consequence}
        </Text>
        {children}
        {reason && (
          <Textarea
            label={reason.label}
            description={reason.hint}
            required={reason.required ?? false}
            maxLength={reason.maxLength ?? 2000}
            autosize
            minRows={3}
            maxRows={10}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setMissing(false);
            }}
            error={missing ? t('validation.required') : undefined}
            data-autofocus
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={busy} color={danger ? 'red' : undefined}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
