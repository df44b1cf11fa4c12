import { isObject } from '../../shared/values';
import type { Json } from '../../shared/types';
import { toPathSegment } from '../../shared/pathSegment';
import { RESUME } from '../attachment/entity';
import { downloadRow, OUTPUT_FIELD } from '../attachment/fields';
import { candidatePath } from '../fields/common';
import type { Operation, OperationCall, Row } from '../types';

async function run(operation: OperationCall): Promise<Row[]> {
	const resume = await operation.request({
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
