import { aiScoreGenerated } from './aiScoreGenerated';
import { applicationCreated } from './applicationCreated';
import { applicationStageChanged } from './applicationStageChanged';
import { candidateCreated } from './candidateCreated';
import { candidateDisqualified } from './candidateDisqualified';
import { candidateHired } from './candidateHired';
import { candidateUpdated } from './candidateUpdated';
import { interviewScheduled } from './interviewScheduled';
import type { EventKind } from '../kind';

/**
 * Every event. Its order is that of a trigger's outputs with the option 'Output per Event', to which saved flows are connected by
 * their number: a new event goes to the end, whatever its label, and none is ever moved or taken out.
 *
 * The first eight are those of 100Hires' help article on webhooks (2026-06-15). Neither the article nor the OpenAPI document says how
 * the events are spelled on the wire, so each accepts every spelling that is plausible.
 */
export const EVENT_KINDS = [
	aiScoreGenerated,
	applicationStageChanged,
	candidateCreated,
	candidateDisqualified,
	candidateHired,
	candidateUpdated,
	interviewScheduled,
	applicationCreated,
] as const satisfies readonly EventKind[];
