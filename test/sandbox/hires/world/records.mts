import type { EventName } from '../events.mts';

/** What the sandbox remembers. All times are unix seconds. How the API shows it is the business of `render/`. */

export interface IdName {
	id: number;
	name: string;
}

export interface CompanyRecord {
	id: number;
	name: string;
	/** Names it on its career site. */
	slug: string;
	website: string | null;
	/** Of its career site. */
	url: string | null;
	isStaffingAgency: boolean;
	logo: FileRecord | null;
	companyOwnerName: string;
	companyOwnerEmail: string;
	companyOwnerPhone: string | null;
	language: string | null;
	/** Can be taken back. */
	isDeleted: boolean;
}

export interface UserRecord {
	id: number;
	fullName: string;
	email: string;
	role: string;
	createdAt: number;
	updatedAt: number;
}

export interface StageRecord {
	id: number;
	name: string;
	order: number;
	workflowId: number;
}

export interface WorkflowRecord {
	id: number;
	name: string;
	stages: StageRecord[];
}

/** A question whose wrong answer ends an application. */
export interface KnockoutQuestion {
	text: string;
	expected_answer: 'Yes' | 'No';
	disqualify_on_wrong_answer: boolean;
}

export interface ScoringCriterion {
	title?: string | null;
	text: string;
	/** 1 to 10. */
	weight: number;
}

/** What people write into a job. */
export interface JobDetails {
	title: string;
	internalTitle: string | null;
	internalJobId: string | null;
	status: string;
	/** HTML. */
	description: string;
	resumeFieldStatus: 'required' | 'optional' | 'hidden';
	locationCity: string;
	locationCountry: string;
	locationState: string | null;
	locationStreetAddress: string | null;
	locationFullAddress: string | null;
	locationPostalCode: string | null;
	salaryMin: number | null;
	salaryMax: number | null;
	salaryCurrency: string | null;
	salaryPeriod: 'annually' | 'monthly' | 'daily' | 'hourly' | null;
	isRemote: boolean;
	employmentTypeId: number | null;
	departmentId: number | null;
	categoryId: number | null;
	educationLevelId: number | null;
	experienceLevelId: number | null;
	workflowId: number;
	/** Of a satellite job. */
	parentJobId: number | null;
	formId: number | null;
	knockoutQuestions: KnockoutQuestion[];
	/** A locale. */
	language: string | null;
	aiScoringCriteria: ScoringCriterion[];
}

export interface JobRecord extends JobDetails {
	id: number;
	alias: string;
	hiringTeam: number[];
	/** Names of the job boards that it is published on. */
	boards: Set<string>;
	createdAt: number;
	updatedAt: number;
}

export interface FileRecord {
	uuid: string;
	fileName: string;
	mimeType: string;
	data: Buffer;
	/** Text in the file, as the ATS reads it from a résumé. */
	text: string | null;
	/** What it was uploaded as; `null` for résumés. */
	category: string | null;
	createdAt: number;
}

export type AnswerValue = string | number | boolean | Array<string | number>;

export interface CandidateRecord {
	id: number;
	alias: string;
	firstName: string;
	lastName: string;
	emails: string[];
	phones: string[];
	sourceId: number;
	originId: number;
	/** Answers by the ID of their question. */
	answers: Map<number, AnswerValue>;
	place: { city?: string; state?: string; country?: string; timezone?: string };
	resume: FileRecord | null;
	tags: Set<string>;
	/** Uploaded besides the résumé. */
	files: FileRecord[];
	applicationIds: Set<number>;
	createdAt: number;
	updatedAt: number;
	lastMessageAt: number | null;
}

export interface StageMove {
	from: StageRecord | null;
	to: StageRecord;
	at: number;
	by: By;
}

export interface ScoreRecord {
	uuid: string;
	total: number;
	recommendation: string;
	at: number;
}

export interface ApplicationRecord {
	id: number;
	candidateId: number;
	jobId: number;
	stageId: number;
	status: 'active' | 'hired' | 'rejected';
	cv: FileRecord | null;
	attachments: FileRecord[];
	hiredAt: number | null;
	rejectedAt: number | null;
	rejectionReasonId: number | null;
	score: ScoreRecord | null;
	history: StageMove[];
	createdAt: number;
	updatedAt: number;
	lastMessageAt: number | null;
}

export interface InterviewRecord {
	id: number;
	applicationId: number;
	jobId: number;
	candidateId: number;
	stageId: number;
	start: number;
	end: number;
	interviewerIds: number[];
	location: string | null;
	createdAt: number;
	updatedAt: number;
}

/** Who did something, and the way it came about, as the stage history of an application has it. */
export interface By {
	type: 'user' | 'automation' | 'system';
	userId: number | null;
	source: string;
}

/** Something that happened; emitted after everything that belongs to it has changed. */
export interface WorldEvent {
	/** The same for every listener. */
	id: string;
	name: EventName;
	at: number;
	actor: UserRecord | null;
	candidate?: CandidateRecord;
	application?: ApplicationRecord;
	job?: JobRecord;
	interview?: InterviewRecord;
	score?: ScoreRecord;
	fromStage?: StageRecord;
	toStage?: StageRecord;
}
