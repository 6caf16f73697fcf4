import { AppShell, Burger, Button, Group, Menu, NavLink, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconLogout, IconUser } from '@tabler/icons-react';
import { Link, NavLink as RouterLink, Outlet } from 'react-router';
import type { NavItem } from './area';
import { areas } from './areas';
import { Brand } from './brand';
import { Preferences } from './preferences';
import { sideOf, useSession, useSignOut, type Person } from './session';
import { useShellTexts } from './shell-texts';
import { useLanguage } from './texts';
import { ToCatalogue } from './to-catalogue';

/** What stands around the pages: the head, and the navigation for whoever is signed in. */
export function Shell() {
  const t = useShellTexts();
  const [opened, { toggle, close }] = useDisclosure();
  const { data: person } = useSession();
  const items = navigation(person ?? null);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened || items.length === 0, desktop: items.length === 0 } }}
      padding={{ base: 'md', md: 'xl' }}
    >
      <a href="#content" className="skip">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="sm" wrap="nowrap" miw={0}>
            {items.length > 0 && (
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={t(opened ? 'closeNavigation' : 'openNavigation')}
                aria-expanded={opened}
              />
            )}
            <Brand />
          </Group>
          <Group gap={4} wrap="nowrap">
            {items.length === 0 && <ToCatalogue />}
            <Preferences />
            {person ? <Account person={person} /> : person === null && <Doors />}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('navigation')}>
        <ScrollArea type="auto">
          <Stack className="nav" gap={2}>
            {items.map((item) => (
              <Entry key={item.to} item={item} onClick={close} />
            ))}
          </Stack>
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <div className="content">
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

/** The entries of the navigation that somebody sees; null is nobody. */
function navigation(person: Person | null): NavItem[] {
  if (!person) {
    return [];
  }
  const side = sideOf(person);
  return areas
    .flatMap((area) => area.nav)
    .filter((item) => item.for === 'all' || item.for === side)
    .sort((a, b) => a.order - b.order);
}

function Entry({ item, onClick }: { item: NavItem; onClick: () => void }) {
  const language = useLanguage();
  return (
    <NavLink
      component={RouterLink}
      to={item.to}
      end={item.to === '/'}
      label={item.label[language]}
      leftSection={<item.icon size={20} stroke={1.6} aria-hidden />}
      onClick={onClick}
    />
  );
}

function Account({ person }: { person: Person }) {
  const t = useShellTexts();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton px="xs" py={6} aria-label={t('account')}>
          <Group gap={6} wrap="nowrap">
            <Text size="sm" fw={600} visibleFrom="xs" truncate maw={160}>
              {person.firstName} {person.lastName}
            </Text>
            <Text size="sm" fw={600} hiddenFrom="xs" aria-hidden>
              {person.firstName.slice(0, 1)}
              {person.lastName.slice(0, 1)}
            </Text>
            <IconChevronDown size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('account')}>
        <Menu.Label>
          <Text size="sm" c="dimmed" component="span" display="block" truncate>
            {t('signedInAs', { username: person.username })}
          </Text>
          <Text size="sm" c="dimmed" component="span" display="block" truncate>
            {person.organisation ? `${person.organisation.name} · ` : ''}
            {t(person.role ?? 'none')}
          </Text>
        </Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUser size={16} aria-hidden />}>
          {t('profile')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Doors() {
  const t = useShellTexts();
  return (
    <>
      <Button component={Link} to="/support" variant="subtle" size="compact-md" visibleFrom="sm">
        {t('support')}
      </Button>
      <Button component={Link} to="/register" variant="subtle" size="compact-md" visibleFrom="xs">
        {t('register')}
      </Button>
      <Button component={Link} to="/sign-in" size="compact-md">
        {t('signIn')}
      </Button>
    </>
  );
}
