import type { PortalSchemas } from '@/api/clients';
import type { Tone } from './state';

// These say how states look.

export const applicationTones: Record<PortalSchemas['ApplicationState'], Tone> = {
  enabled: 'good',
  pending: 'wait',
  revised: 'wait',
  rejected: 'bad',
  suspended: 'bad',
  disabled: 'off',
  deleted: 'off',
};

/** Of an API of an application. */
export const subscriptionTones: Record<PortalSchemas['SubscriptionState'], Tone> = { approved: 'good', requested: 'wait', rejected: 'bad' };

/** Of a request to the bank. */
export const requestTones: Record<PortalSchemas['RequestState'], Tone> = { open: 'wait', approved: 'good', rejected: 'bad', withdrawn: 'off' };

export const invitationTones: Record<PortalSchemas['InvitationState'], Tone> = { open: 'wait', accepted: 'good', withdrawn: 'off', expired: 'off' };
