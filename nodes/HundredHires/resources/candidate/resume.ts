import { isObject } from '../../shared/values';
import type { Json } from '../../shared/types';
import { toPathSegment } from '../../shared/pathSegment';
import { RESUME } from '../attachment/entity';
import { downloadRow, OUTPUT_FIELD } from '../attachment/output';
import { choices, inQuery } from '../fields';
import { candidatePath } from '../fields/common';
import type { Operation, OperationCall, Row } from '../types';

export const getResume: Operation = {
	value: 'getResume',
	name: 'Get Resume',
	action: 'Get resume data of candidate',
	description: "Get the name, type and address of a candidate's resume, and its text if wanted",
	task: 'get the resume of candidate {id}',
	method: 'GET',
	path: '/candidates/{id}/resume',
	fields: [candidatePath],
	optional: {
		collection: 'additionalFields',
		fields: [
			inQuery(
				'include',
				choices({
					name: 'include',
					displayName: 'Include',
					description: 'What to add to the data of the resume',
					options: [{ name: 'Text Content', value: 'text_content' }],
				}),
			),
		],
	},
	output: { kind: 'one', entity: RESUME },
};

async function run(operation: OperationCall): Promise<Row[]> {
	const resume = await operation.call({
		method: 'GET',
		path: `/candidates/${toPathSegment(operation.path.id)}/resume`,
	});
	const attachment: Json = isObject(resume) ? resume : {};
	return [await downloadRow(operation, attachment)];
}

export const downloadResume: Operation = {
	value: 'downloadResume',
	name: 'Download Resume',
	action: 'Download resume of candidate',
	description: "Get a candidate's resume as a file, up to 25 MB",
	task: 'get the resume of candidate {id}',
	method: 'GET',
	path: '/candidates/{id}/resume',
	fields: [candidatePath],
	parameters: [OUTPUT_FIELD],
	output: { kind: 'one', entity: RESUME },
	run,
};
