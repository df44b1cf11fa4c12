import { application } from './application';
import { hiringTeam } from './hiringTeam';
import { job } from './job';
import { jobBoard } from './jobBoard';
import type { Resource } from './types';

/** Everything that the action node can do; the first is chosen when the node is new. */
export const RESOURCES: readonly Resource[] = [application, hiringTeam, job, jobBoard];
