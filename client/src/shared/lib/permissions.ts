import i18n from 'i18next';

/** What the signed-in user may do; permissions are named `capability.verb` by the API. */
export type Permissions = ReadonlySet<string>;

/** True when no permission is asked for, or at least one of those asked for is held. */
export function may(permissions: Permissions, needed: string | readonly string[] | undefined): boolean {
  if (needed === undefined) return true;
  if (typeof needed === 'string') return permissions.has(needed);
  return needed.some((permission) => permissions.has(permission));
}

/** "xem nhật ký hệ thống": a permission in words; one that the texts do not know yet keeps its name. */
export function permissionName(permission: string): string {
  return (i18n.t as (key: string, options: { defaultValue: string }) => string)(`permissions.${permission}`, {
    defaultValue: permission,
  });
}
