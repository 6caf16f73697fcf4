import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { useShellTexts } from './shell-texts';
import { languages, speak, useLanguage, type Language } from './texts';

const colours = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const;

/** Buttons for the colours and the language. */
export function Preferences() {
  const t = useShellTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const language = useLanguage();
  const Colours = colours[colorScheme];
  const chosen = (is: boolean) => (is ? <IconCheck size={16} aria-hidden /> : undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('language')}>
            <IconLanguage size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('language')}>
          {(Object.keys(languages) as Language[]).map((l) => (
            <Menu.Item key={l} lang={l} onClick={() => speak(l)} rightSection={chosen(l === language)}>
              {languages[l]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('colours')}>
            <Colours size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('colours')}>
          {(Object.keys(colours) as MantineColorScheme[]).map((c) => (
            <Menu.Item key={c} onClick={() => setColorScheme(c)} rightSection={chosen(c === colorScheme)}>
              {t(c)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
