import { Notifications } from '@mantine/notifications';

/** Comes after the first screen: nothing is to be told before somebody acts, and what is told meanwhile waits in the store. */
export default function Notices() {
  return <Notifications position="bottom-right" />;
}
