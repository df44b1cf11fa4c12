import { readReason } from '../../../nodes/HundredHires/transport/errors.ts';

const PAGE = '<!doctype html><html><title>Bad gateway</title></html>';
const error = (more: object) => ({
	error: { name: '', message: '', code: 0, status: 400, ...more },
});

test.each<[string, unknown, string]>([
	['a message', error({ message: 'Job not found' }), 'Job not found'],
	['a name without a message', error({ name: 'Not Found' }), 'Not Found'],
	['a text for each field', error({ validation_errors: { email: 'Taken' } }), 'email: Taken'],
	[
		'a list for each field',
		error({ validation_errors: { email: ['A', 'B'] } }),
		'email: A email: B',
	],
	[
		'fields in fields',
		error({ validation_errors: { answers: { '7': ['Too long'] } } }),
		'answers: 7: Too long',
	],
	['fields as a text', error({ validation_errors: 'Wrong' }), 'Wrong'],
	['an error that is a text', { error: 'No' }, 'No'],
	['an error that is a list', { error: ['A', { message: 'B' }] }, 'A message: B'],
	['a message at the top', { message: 'Slow down' }, 'Slow down'],
	['a detail, as of RFC 9457', { type: 'about:blank', detail: 'Out of stock' }, 'Out of stock'],
	['a list at the top', [{ field: 'email', message: 'bad' }], 'field: email message: bad'],
	['plain text', 'upstream timed out', 'upstream timed out'],
	['codes alone', error({}), ''],
	['a web page', PAGE, ''],
	['a web page behind some words', `Error: ${PAGE}`, ''],
	['a web page in a message', error({ message: PAGE }), ''],
	['control codes', error({ message: 'a\u001b[31m\nb\u0000' }), 'a [31m b'],
	['nothing', '', ''],
	['null', null, ''],
])('%s', (_name, body, reason) => {
	expect(readReason({ status: 400, headers: {}, body })).toBe(reason);
});

test('a long one is cut, whatever it is made of', () => {
	for (const message of ['x'.repeat(500_000), ' '.repeat(500_000), `a${' '.repeat(500_000)}`]) {
		const body = { error: { message } };
		expect(readReason({ status: 400, headers: {}, body }).length).toBeLessThanOrEqual(1000);
	}
});
