import { notifications } from '@mantine/notifications';

/** A short "done" message. Nothing the user must act on belongs here; failures are shown in place. */
export function notifyDone(message: string): void {
  notifications.show({ color: 'green', message });
}
