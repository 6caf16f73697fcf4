import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';

interface Props {
  /** What they are the parts of, for readers of the screen. */
  label: string;
  /** The first of them is the page itself, the others are below it. */
  tabs: readonly { to: string; label: string }[];
}

/** The parts of a page, each with an address of its own. */
export function Tabs({ label, tabs }: Props) {
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone there is no room for all of them.
    nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={label} className="tabs">
      {tabs.map((tab, i) => (
        <NavLink key={tab.to} to={tab.to} end={i === 0}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
}
