import { Anchor } from '@mantine/core';
import { Link } from 'react-router';

interface Referred {
  id: string;
  name: string;
}

/** Leads to an organisation; "–" for none. */
export function OrganisationLink({ of }: { of: Referred | undefined }) {
  return of ? (
    <Anchor component={Link} inherit to={`/bank/organisations/${of.id}`} className="breakable">
      {of.name}
    </Anchor>
  ) : (
    '–'
  );
}

/** Leads to an application; "–" for none. */
export function ApplicationLink({ of }: { of: Referred | undefined }) {
  return of ? (
    <Anchor component={Link} inherit to={`/bank/applications/${of.id}`} className="breakable">
      {of.name}
    </Anchor>
  ) : (
    '–'
  );
}

/** Leads to a person; "–" for none. */
export function PersonLink({ of }: { of: Referred | undefined }) {
  return of ? (
    <Anchor component={Link} inherit to={`/bank/people/${of.id}`} className="breakable">
      {of.name}
    </Anchor>
  ) : (
    '–'
  );
}
