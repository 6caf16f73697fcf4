import type { PortalSchemas } from '@/api/clients';
import type { Tone } from '@/parts/state';

/** How the states of an account look. */
export const personTones: Record<PortalSchemas['PersonState'], Tone> = { active: 'good', registered: 'wait', locked: 'bad' };
