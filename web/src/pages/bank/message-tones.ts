import type { PortalSchemas } from '@/api/clients';
import type { Tone } from '@/parts/state';

/** How the states of a mail look. */
export const messageTones: Record<PortalSchemas['MessageState'], Tone> = { kept: 'off', queued: 'wait', sent: 'good', failed: 'bad' };
