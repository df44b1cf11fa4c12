import { includes, keepFile, route, type AnyRoute, type FileBody } from '../api/route.mts';
import type { Wanted } from '../api/route.mts';
import { file, include } from '../api/schema.mts';
import { attachment } from '../render/shared.mts';
import { notFound } from '../world/errors.mts';
import type { CandidateRecord, FileRecord } from '../world/records.mts';
import type { World } from '../world/world.mts';

/** The newest file of those that the candidate's applications and the candidate have. */
function resumeOf(candidate: CandidateRecord, world: World): FileRecord {
	const ofApplications = world.applicationsOf(candidate).map((application) => application.cv);
	const resume = ofApplications.findLast((cv) => cv !== null) ?? candidate.resume;
	if (!resume) throw notFound('Resume');
	return resume;
}

export const candidateFileRoutes: AnyRoute[] = [
	route<never>({
		method: 'GET',
		path: '/candidates/:id/files',
		handle: ({ context, params }) => ({
			files: context.world
				.candidate(params.id)
				.files.map((uploaded) => attachment(uploaded, context.view())),
		}),
	}),
	route<{ file: FileBody }>({
		method: 'POST',
		path: '/candidates/:id/files',
		body: { file },
		required: ['file'],
		handle: ({ context, params, body }) => {
			const candidate = context.world.candidate(params.id);
			const uploaded = keepFile(context, body.file, 'candidate');
			candidate.files.push(uploaded);
			return attachment(uploaded, context.view());
		},
	}),
	route<never, Wanted>({
		method: 'GET',
		path: '/candidates/:id/resume',
		query: include('text_content'),
		handle: ({ context, params, query }) => {
			const resume = resumeOf(context.world.candidate(params.id), context.world);
			const withText = includes(query, 'text_content') && { text: resume.text };
			return { ...attachment(resume, context.view()), ...withText };
		},
	}),
];
