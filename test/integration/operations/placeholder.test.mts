import { startHiresSandbox, type HiresSandbox } from '../../sandbox/hires/index.mts';
import { actionAt } from '../helpers/actionSetup.mts';

let sandbox: HiresSandbox;
let run: ReturnType<typeof actionAt>;
beforeEach(async () => {
	sandbox = await startHiresSandbox();
	run = actionAt(sandbox);
});
afterEach(async () => await sandbox.close());

test('the filters go to 100Hires, a zero too', async () => {
	const found = await run('placeholder', 'getAll', {
		filters: { type: 'job_variable', isNotification: 0, search: 'title' },
	});
	expect(sandbox.requests.all()).toMatchObject([
		{
			path: '/template-placeholders',
			query: { type: 'job_variable', is_notification: '0', q: 'title' },
		},
	]);
	expect(found.map(({ json }) => json.label)).toEqual(['Job title']);
});

test('a placeholder of the list becomes the HTML of a template', async () => {
	const [found] = await run('placeholder', 'getAll', { filters: { search: 'job title' } });
	const [prepared] = await run(
		'placeholder',
		'prepare',
		{
			type: '={{ $json.type }}',
			additionalFields: {
				identifier: '={{ $json.identifier }}',
				jobVariableId: '={{ $json.job_variable_id }}',
				systemColumnTitle: '={{ $json.system_column_title }}',
			},
		},
		{ items: [{ json: found.json }] },
	);
	const { type, identifier, job_variable_id } = found.json;
	// What the placeholder does not have is not sent.
	expect(sandbox.requests.all().at(-1)).toMatchObject({
		method: 'POST',
		path: '/template-placeholders/prepare',
	});
	expect(sandbox.requests.all().at(-1)?.body).toEqual({ type, identifier, job_variable_id });
	expect(prepared.json.html).toMatch(/^<tag .*>Job title<\/tag>$/);
});
