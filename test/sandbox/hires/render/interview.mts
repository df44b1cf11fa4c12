import type { InterviewRecord } from '../world/records.mts';
import { renderApplication } from './application.mts';
import { renderCandidate } from './candidate.mts';
import { renderJob } from './job.mts';
import { BACK_OFFICE } from './shared.mts';
import type { View } from './shared.mts';

export interface InterviewOptions {
	candidate?: boolean;
	application?: boolean;
	job?: boolean;
	summary?: boolean;
}

/** An `Interview` (100Hires OpenAPI 3.1, 2.0.0). */
export function renderInterview(
	interview: InterviewRecord,
	view: View,
	{ summary, ...include }: InterviewOptions = {},
) {
	const { world } = view;
	const stage = world.stage(interview.stageId);
	const candidate = world.candidate(interview.candidateId);
	return {
		id: interview.id,
		application_id: interview.applicationId,
		job_id: interview.jobId,
		candidate_id: interview.candidateId,
		start_time: interview.start,
		end_time: interview.end,
		status: interview.end < view.now ? 'completed' : 'scheduled',
		interviewers: interview.interviewerIds.map((id) => {
			const user = world.user(id);
			return { user_id: id, name: user.fullName, email: user.email };
		}),
		location: interview.location,
		meeting_url: null,
		stage: { id: stage.id, name: stage.name },
		url_backoffice: `${BACK_OFFICE}/candidate/${candidate.alias}/${world.job(interview.jobId).alias}`,
		...(include.candidate && { candidate: renderCandidate(candidate, view, { summary }) }),
		...(include.application && {
			application: renderApplication(world.application(interview.applicationId), view, {
				summary,
			}),
		}),
		...(include.job && { job: renderJob(world.job(interview.jobId), view, { summary }) }),
		created_at: interview.createdAt,
		updated_at: interview.updatedAt,
	};
}
