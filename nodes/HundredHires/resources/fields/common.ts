/** Fields that many operations have; `required` and `described` adapt them to an operation. */
import type { INodeProperties } from 'n8n-workflow';
import {
	APPLICATION,
	CANDIDATE,
	JOB,
	REJECTION_REASON,
	STAGE,
	USER,
	WORKFLOW,
} from '../../shared/locators';
import type { Field } from '../types';
import { file, inBody, inPath, inQuery, locator, pick, required, time } from './index';

export const application: Field = locator({
	name: 'applicationId',
	displayName: 'Application',
	kind: APPLICATION,
	description: "One candidate's application for one job",
});

export const candidate: Field = locator({
	name: 'candidateId',
	displayName: 'Candidate',
	kind: CANDIDATE,
	description: 'The person',
});

/** As a text, which the API's document wants where no path holds it: it takes IDs and aliases (100Hires OpenAPI 2.0.0). */
export const candidateText: Field = {
	parameter: candidate.parameter,
	read: async (ref) => {
		const value = await candidate.read(ref);
		return value === undefined ? undefined : String(value);
	},
};

/** The API takes only the numbers of candidates and jobs, not their aliases, anywhere but in a path (100Hires OpenAPI 2.0.0). */
export const candidateById: Field = locator({
	name: 'candidateId',
	displayName: 'Candidate',
	kind: { ...CANDIDATE, alias: false },
	description: 'The person',
});

export const job: Field = locator({
	name: 'jobId',
	displayName: 'Job',
	kind: JOB,
	description: 'The job',
});

export const jobById: Field = locator({
	name: 'jobId',
	displayName: 'Job',
	kind: { ...JOB, alias: false },
	description: 'The job',
});

export const stage: Field = locator({
	name: 'stageId',
	displayName: 'Stage',
	kind: STAGE,
	description: 'The stage of the pipeline',
});

export const user: Field = locator({
	name: 'userId',
	displayName: 'User',
	kind: USER,
	description: 'The user of 100Hires',
});

export const workflow: Field = locator({
	name: 'workflowId',
	displayName: 'Workflow',
	kind: WORKFLOW,
	description: 'The pipeline',
});

export const rejectionReason: Field = locator({
	name: 'rejectionReasonId',
	displayName: 'Rejection Reason',
	kind: REJECTION_REASON,
	description: 'Why the candidate is rejected',
});

export const department: Field = pick({
	name: 'departmentId',
	displayName: 'Department Name or ID',
	from: 'getDepartments',
});

export const employmentType: Field = pick({
	name: 'employmentTypeId',
	displayName: 'Employment Type Name or ID',
	from: 'getEmploymentTypes',
});

export const resumeFile: Field = file({
	name: 'resumeField',
	displayName: 'Resume Binary Field',
	placeholder: 'e.g. data',
	description: 'The binary field of the item that holds the resume, up to 25 MB',
});

export const applicationPath = inPath('id', required(application));
export const candidatePath = inPath('id', required(candidate));
export const jobPath = inPath('id', required(job));

/** Filters that most lists have. Both are inclusive. */
export const createdAfter = inQuery(
	'created_after',
	time({
		name: 'createdAfter',
		displayName: 'Created After',
		description: 'Only what was created at this time or later',
	}),
);
export const updatedAfter = inQuery(
	'updated_after',
	time({
		name: 'updatedAfter',
		displayName: 'Updated After',
		description: 'Only what was changed at this time or later',
	}),
);

export const stageBody = inBody('stage_id', stage);
export const resumeBody = inBody('cv', resumeFile);

/** How many results come out, as n8n's own nodes have it. */
export const LIMIT: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
};
