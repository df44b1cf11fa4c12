import { application } from './application';
import type { Resource } from './types';

/** Everything that the action node can do; the first is chosen when the node is new. */
export const RESOURCES: readonly Resource[] = [application];
