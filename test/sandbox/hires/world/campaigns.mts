import type { Directory } from './directory.mts';
import { invalid } from './errors.mts';
import type { FileRecord } from './records.mts';
import { Store } from './store.mts';

/** One step as the API has it; which other fields there are depends on the type (100Hires OpenAPI 3.1, 2.0.0). */
export interface Step {
	id: number;
	type: string;
	delay_days: number;
	send_condition: string;
	template_id?: number;
	stage_id?: number;
	sender_user_id?: number;
	assignees?: number[];
	attachment_uuid?: string;
}

/** A step as it is sent: without an ID when it is new. */
export interface SentStep extends Omit<Step, 'id'> {
	id?: number;
	is_deleted?: boolean;
}

/** When a campaign begins after someone came to its stage. */
export interface Timing {
	workflowId?: number;
	stageId?: number;
	/** Seconds. */
	delayTime?: number;
	relativeDays?: number;
	/** Seconds from midnight. */
	relativeTime?: number;
	/** IANA name. */
	timezone?: string;
	sendToAll?: boolean;
	responseMoveToStageId?: number;
}

export interface CampaignRecord extends Timing {
	id: number;
	title: string;
	steps: Step[];
}

export interface SentCampaign extends Timing {
	title: string;
	steps: SentStep[];
}

/** What a campaign refers to, besides what a company has set up. */
export interface Surroundings extends Directory {
	files: ReadonlyMap<string, FileRecord>;
}

/** Series of messages that candidates get as long as they do not reply. */
export class Campaigns {
	private readonly campaigns = new Store<CampaignRecord>('Nurture campaign', 600);

	private lastStepId = 7000;

	private readonly world: Surroundings;

	constructor(world: Surroundings) {
		this.world = world;
	}

	all(): CampaignRecord[] {
		return this.campaigns.all();
	}

	get(reference: number | string): CampaignRecord {
		return this.campaigns.get(reference);
	}

	add(campaign: SentCampaign): CampaignRecord {
		this.check(campaign);
		const steps = this.stepsFrom(campaign.steps, []);
		return this.campaigns.add({ ...campaign, steps });
	}

	/** Wants every step that there is; those that are to go are marked as deleted. */
	change(reference: number | string, campaign: SentCampaign): CampaignRecord {
		const record = this.campaigns.get(reference);
		this.check(campaign);
		const steps = this.stepsFrom(campaign.steps, record.steps);
		return Object.assign(record, campaign, { steps });
	}

	remove(reference: number | string): void {
		this.campaigns.remove(reference);
	}

	private stepsFrom(sent: readonly SentStep[], present: readonly Step[]): Step[] {
		const missing = present.find(({ id }) => !sent.some((step) => step.id === id));
		if (missing)
			throw invalid('steps', `Step ${missing.id} is missing; is_deleted removes a step.`);
		const unknown = sent.find(
			({ id }) => id !== undefined && !present.some((step) => step.id === id),
		);
		if (unknown) throw invalid('steps', `Step ${unknown.id} is not in this campaign.`);
		return sent
			.filter((step) => !step.is_deleted)
			.map(({ is_deleted: _deleted, ...step }) => ({ ...step, id: step.id ?? ++this.lastStepId }));
	}

	private check({ workflowId, stageId, responseMoveToStageId, steps }: SentCampaign): void {
		const { library, files, stages, users, workflows } = this.world;
		const check = <T,>(field: string, value: T | undefined, isKnown: (value: T) => unknown) => {
			if (value !== undefined && !isKnown(value)) throw invalid(field, `${field} is invalid.`);
		};
		const isStage = (id: number) => stages.has(id);
		check('workflow_id', workflowId, (id) => workflows.has(id));
		check('stage_id', stageId, isStage);
		check('response_move_to_stage_id', responseMoveToStageId, isStage);
		for (const [index, step] of steps.entries()) {
			const at = (name: string) => `steps.${index}.${name}`;
			check(at('template_id'), step.template_id, (id) => library.templates.find(id));
			check(at('stage_id'), step.stage_id, isStage);
			check(at('sender_user_id'), step.sender_user_id, (id) => users.has(id));
			check(at('assignees'), step.assignees, (ids) => ids.every((id) => users.has(id)));
			check(
				at('attachment_uuid'),
				step.attachment_uuid,
				(uuid) => files.get(uuid)?.category === 'voicemail',
			);
		}
	}
}
