/** Fields that many operations have. */
import {
	APPLICATION,
	CANDIDATE,
	JOB,
	REJECTION_REASON,
	STAGE,
	USER,
} from '../../shared/locators';
import type { Field } from '../types';
import { file, inBody, inPath, inQuery, locator, time } from './index';

export const application: Field = locator({
	name: 'applicationId',
	displayName: 'Application',
	kind: APPLICATION,
	required: true,
	description: "One candidate's application for one job",
});

export const candidate: Field = locator({
	name: 'candidateId',
	displayName: 'Candidate',
	kind: CANDIDATE,
	required: true,
	description: 'The person',
});

/** As a text, which the API's document wants where no path holds it: it takes IDs and aliases (100Hires OpenAPI 2.0.0). */
export const candidateText: Field = {
	parameter: candidate.parameter,
	read: async (source) => {
		const value = await candidate.read(source);
		return value === undefined ? undefined : String(value);
	},
};

export const job: Field = locator({
	name: 'jobId',
	displayName: 'Job',
	kind: JOB,
	required: true,
	description: 'The job',
});

/** The API takes only the numbers of jobs, not their aliases, anywhere but in a path (100Hires OpenAPI 2.0.0). */
const jobNumber = { ...JOB, alias: false };
const candidateNumber = { ...CANDIDATE, alias: false };

export const jobById: Field = locator({
	name: 'jobId',
	displayName: 'Job',
	kind: jobNumber,
	required: true,
	description: 'The job',
});

export const stage: Field = locator({
	name: 'stageId',
	displayName: 'Stage',
	kind: STAGE,
	required: true,
	description: 'The stage of the pipeline',
});

/** The same, for collections of optional fields. */
export const optionalStage: Field = locator({
	name: 'stageId',
	displayName: 'Stage',
	kind: STAGE,
	description: 'The stage of the pipeline',
});

export const optionalJob: Field = locator({
	name: 'jobId',
	displayName: 'Job',
	kind: jobNumber,
	description: 'The job',
});

export const optionalCandidate: Field = locator({
	name: 'candidateId',
	displayName: 'Candidate',
	kind: candidateNumber,
	description: 'The person',
});

export const optionalUser: Field = locator({
	name: 'userId',
	displayName: 'User',
	kind: USER,
	description: 'The user of 100Hires',
});

export const rejectionReason: Field = locator({
	name: 'rejectionReasonId',
	displayName: 'Rejection Reason',
	kind: REJECTION_REASON,
	description: 'Why the candidate is rejected',
});

export const resumeFile: Field = file({
	name: 'resumeField',
	displayName: 'Resume Binary Field',
	placeholder: 'e.g. data',
	description: 'The binary field of the item that holds the resume, up to 25 MB',
});

export const applicationPath = inPath('id', application);
export const candidatePath = inPath('id', candidate);
export const jobPath = inPath('id', job);

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
