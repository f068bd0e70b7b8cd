import {
  Anchor,
  Button,
  NavLink,
  type AnchorProps,
  type ButtonProps,
  type NavLinkProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

// Router links that keep both the kit's look and the router's typed `to`, `params` and `search`.

type AnchorElementProps = Omit<ComponentPropsWithRef<'a'>, 'style' | 'color'>;

function ButtonAnchor(props: ButtonProps & AnchorElementProps) {
  return <Button component="a" {...props} />;
}

function TextAnchor(props: AnchorProps & AnchorElementProps) {
  return <Anchor {...props} />;
}

function NavAnchor(props: NavLinkProps & AnchorElementProps) {
  return <NavLink component="a" {...props} />;
}

export const LinkButton = createLink(ButtonAnchor);
export const LinkAnchor = createLink(TextAnchor);
export const LinkNav = createLink(NavAnchor);
